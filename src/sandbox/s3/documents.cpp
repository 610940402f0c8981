#include "sandbox/s3/documents.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr int mostKeys = 1000; // of one DeleteObjects

NamedPart readPart(QXmlStreamReader &reader)
{
    NamedPart part;
    while (reader.readNextStartElement()) {
        const QByteArray name = reader.name().toUtf8();
        const QByteArray text = reader.readElementText(QXmlStreamReader::SkipChildElements).trimmed().toUtf8();
        if (name == "PartNumber")
            part.number = text.toInt();
        else if (name == "ETag")
            part.eTag = text.startsWith('"') && text.endsWith('"') && text.size() > 1 ? text.sliced(1).chopped(1)
                                                                                      : text;
        else if (name.startsWith("Checksum"))
            part.checksums.emplaceBack(name, text);
    }
    return part;
}

} // namespace

Outcome<Deletion> readDeletion(const QByteArray &document)
{
    Deletion deletion;
    QXmlStreamReader reader(document);
    if (!reader.readNextStartElement() || reader.name() != "Delete"_L1)
        return refuse(malformedXml());
    while (reader.readNextStartElement()) {
        if (reader.name() == "Quiet"_L1) {
            deletion.quiet = reader.readElementText() == "true"_L1;
        } else if (reader.name() == "Object"_L1) {
            while (reader.readNextStartElement()) {
                if (reader.name() == "Key"_L1)
                    deletion.keys.append(reader.readElementText().toUtf8());
                else
                    reader.skipCurrentElement();
            }
        } else {
            reader.skipCurrentElement();
        }
    }
    if (reader.hasError() || deletion.keys.isEmpty() || deletion.keys.size() > mostKeys)
        return refuse(malformedXml());
    return deletion;
}

Outcome<QList<NamedPart>> readParts(const QByteArray &document)
{
    QList<NamedPart> parts;
    QXmlStreamReader reader(document);
    if (!reader.readNextStartElement() || reader.name() != "CompleteMultipartUpload"_L1)
        return refuse(malformedXml());
    while (reader.readNextStartElement()) {
        if (reader.name() == "Part"_L1)
            parts.append(readPart(reader));
        else
            reader.skipCurrentElement();
    }
    if (reader.hasError() || parts.isEmpty())
        return refuse(malformedXml());
    for (qsizetype i = 1; i < parts.size(); ++i)
        if (parts[i].number <= parts[i - 1].number)
            return refuse({400,
                           "InvalidPartOrder"_ba,
                           u"The list of parts was not in ascending order. Parts must be ordered by part number."_s,
                           {},
                           {}});
    return parts;
}

Outcome<QByteArray> readLocation(const QByteArray &document)
{
    QByteArray location;
    QXmlStreamReader reader(document);
    while (!document.isEmpty() && reader.readNext() != QXmlStreamReader::EndDocument && !reader.hasError())
        if (reader.isStartElement() && reader.name() == "LocationConstraint"_L1)
            location = reader.readElementText(QXmlStreamReader::SkipChildElements).toUtf8();
    if (reader.hasError())
        return refuse(malformedXml());
    return location;
}

Outcome<QByteArray> readTags(const QByteArray &document)
{
    QList<QByteArray> tags;
    QByteArray key;
    QXmlStreamReader reader(document);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == "Key"_L1)
            key = reader.readElementText().toUtf8().toPercentEncoding();
        else if (reader.name() == "Value"_L1)
            tags.append(key + '=' + reader.readElementText().toUtf8().toPercentEncoding());
    }
    if (reader.hasError())
        return refuse(malformedXml());
    return tags.join('&');
}

} // namespace braketeer::sandbox::s3
