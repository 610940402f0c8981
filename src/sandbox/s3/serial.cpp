#include "sandbox/s3/serial.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

QByteArray utf8(const QJsonValue &value)
{
    return value.toString().toUtf8();
}

QJsonValue toJson(const std::optional<Checksum> &checksum)
{
    if (!checksum)
        return {};
    return QJsonArray{text(nameOf(checksum->algorithm)), text(checksum->value), checksum->composite};
}

std::optional<Checksum> checksumFrom(const QJsonValue &json)
{
    const auto algorithm = algorithmNamed(utf8(json[0]));
    return algorithm ? std::optional(Checksum{*algorithm, utf8(json[1]), json[2].toBool()}) : std::nullopt;
}

QJsonArray toJson(const HeaderList &headers)
{
    QJsonArray array;
    for (const auto &[name, value] : headers)
        array.append(QJsonArray{QString::fromLatin1(name), QString::fromLatin1(value)});
    return array;
}

HeaderList headersFrom(const QJsonValue &json)
{
    HeaderList headers;
    for (const auto &pair : json.toArray())
        headers.emplaceBack(pair[0].toString().toLatin1(), pair[1].toString().toLatin1());
    return headers;
}

QJsonArray toJson(const Piece &piece)
{
    return {text(piece.blob), piece.size, toJson(piece.checksum)};
}

Piece pieceFrom(const QJsonValue &json)
{
    return {utf8(json[0]), json[1].toInteger(), checksumFrom(json[2])};
}

} // namespace

QJsonObject toJson(const Bucket &bucket)
{
    return {{u"name"_s, text(bucket.name)}, {u"region"_s, text(bucket.region)},   {u"created"_s, bucket.createdMs},
            {u"foreign"_s, bucket.foreign}, {u"public"_s, bucket.isPublic},       {u"list"_s, bucket.mayList},
            {u"read"_s, bucket.mayRead},    {u"many"_s, text(bucket.manyPrefix)}, {u"payer"_s, bucket.requesterPays}};
}

Bucket bucketFrom(const QJsonObject &json)
{
    return {utf8(json[u"name"]),        utf8(json[u"region"]),      json[u"created"].toInteger(),
            json[u"foreign"].toBool(),  json[u"public"].toBool(),   json[u"payer"].toBool(),
            json[u"list"].toBool(true), json[u"read"].toBool(true), utf8(json[u"many"])};
}

QJsonObject toJson(const Object &object)
{
    QJsonArray pieces;
    for (const Piece &piece : object.pieces)
        pieces.append(toJson(piece));
    return {{u"key"_s, text(object.key)},
            {u"pieces"_s, pieces},
            {u"size"_s, object.size},
            {u"etag"_s, text(object.eTag)},
            {u"modified"_s, object.modifiedMs},
            {u"headers"_s, toJson(object.headers)},
            {u"class"_s, text(object.storageClass)},
            {u"checksum"_s, toJson(object.checksum)},
            {u"inParts"_s, object.inParts},
            {u"tags"_s, text(object.tags)}};
}

Object objectFrom(const QJsonObject &json)
{
    Object object;
    object.key = utf8(json[u"key"]);
    for (const auto &piece : json[u"pieces"].toArray())
        object.pieces.append(pieceFrom(piece));
    object.size = json[u"size"].toInteger();
    object.eTag = utf8(json[u"etag"]);
    object.modifiedMs = json[u"modified"].toInteger();
    object.headers = headersFrom(json[u"headers"]);
    object.storageClass = utf8(json[u"class"]);
    object.checksum = checksumFrom(json[u"checksum"]);
    object.inParts = json[u"inParts"].toBool();
    object.tags = utf8(json[u"tags"]);
    return object;
}

QJsonObject toJson(const Part &part)
{
    return {{u"piece"_s, toJson(part.piece)}, {u"etag"_s, text(part.eTag)}, {u"modified"_s, part.modifiedMs}};
}

Part partFrom(const QJsonObject &json)
{
    return {pieceFrom(json[u"piece"]), utf8(json[u"etag"]), json[u"modified"].toInteger()};
}

QJsonObject toJson(const Upload &upload)
{
    QJsonObject parts;
    for (auto part = upload.parts.cbegin(); part != upload.parts.cend(); ++part)
        parts.insert(QString::number(part.key()), toJson(part.value()));
    return {{u"id"_s, text(upload.id)},
            {u"bucket"_s, text(upload.bucket)},
            {u"object"_s, toJson(upload.object)},
            {u"initiated"_s, upload.initiatedMs},
            {u"algorithm"_s, upload.algorithm ? text(nameOf(*upload.algorithm)) : QString()},
            {u"composite"_s, upload.composite},
            {u"parts"_s, parts}};
}

Upload uploadFrom(const QJsonObject &json)
{
    Upload upload{utf8(json[u"id"]),
                  utf8(json[u"bucket"]),
                  objectFrom(json[u"object"].toObject()),
                  json[u"initiated"].toInteger(),
                  algorithmNamed(utf8(json[u"algorithm"])),
                  json[u"composite"].toBool(),
                  {}};
    const QJsonObject parts = json[u"parts"].toObject();
    for (auto part = parts.begin(); part != parts.end(); ++part)
        upload.parts.insert(part.key().toInt(), partFrom(part.value().toObject()));
    return upload;
}

} // namespace braketeer::sandbox::s3
