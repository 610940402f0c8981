#include "aws/errors/serviceerror.h"

#include "aws/errors/suggestions.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

// No service says more than this in an error; what is longer is somebody else's page.
constexpr qsizetype mostParsedBytes = qsizetype(1024) * 1024;
constexpr qsizetype longestText = 2000;
constexpr int mostTokens = 5000;
constexpr int deepestElement = 5;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ServiceError)
};

/// What a body says about the error.
struct Statement
{
    QString code;
    QString message;
    QString requestId;
};

// One line that a terminal can show: no control characters, no endless text.
QString readable(const QString &text)
{
    QString line = text.left(4 * longestText);
    std::replace_if(
        line.begin(), line.end(), [](QChar c) { return c.category() == QChar::Other_Control; }, u' ');
    line = line.simplified();
    if (line.size() > longestText)
        line = line.left(longestText) + u'…';
    return line;
}

// "com.amazon.coral#ValidationException:http://internal.amazon.com/…" is a ValidationException.
QString bareCode(const QString &text)
{
    QString code = text.left(512);
    if (const qsizetype colon = code.indexOf(u':'); colon >= 0)
        code.truncate(colon);
    if (const qsizetype hash = code.lastIndexOf(u'#'); hash >= 0)
        code = code.sliced(hash + 1);
    code = code.trimmed();
    const bool plausible = code.size() <= 128 && std::all_of(code.begin(), code.end(), [](QChar c) {
                               return c.unicode() < 128
                                      && (c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-');
                           });
    return plausible ? code : QString();
}

QString firstText(const QJsonObject &object, std::initializer_list<QLatin1StringView> names)
{
    for (const auto name : names) {
        QString text = object.value(name).toString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

Statement fromJson(QByteArrayView body)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromRawData(body.data(), body.size())).object();
    return {firstText(object, {"code"_L1, "Code"_L1, "__type"_L1}),
            firstText(object, {"message"_L1, "Message"_L1, "errorMessage"_L1}),
            firstText(object, {"requestId"_L1, "RequestId"_L1, "requestID"_L1})};
}

// <ErrorResponse><Error><Code/><Message/></Error><RequestId/></ErrorResponse> of the query protocol and
// <Error><Code/><Message/><RequestId/></Error> of S3: the names are the same, so only they count.
Statement fromXml(QByteArrayView body)
{
    Statement statement;
    QXmlStreamReader reader(QByteArray::fromRawData(body.data(), body.size()));
    QString *target = nullptr;
    int depth = 0;
    for (int tokens = 0; tokens < mostTokens && !reader.atEnd(); ++tokens) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: {
            ++depth;
            target = nullptr;
            const auto name = reader.name();
            if (depth <= deepestElement) {
                if (name == "Code"_L1)
                    target = &statement.code;
                else if (name == "Message"_L1)
                    target = &statement.message;
                else if (name == "RequestId"_L1 || name == "RequestID"_L1)
                    target = &statement.requestId;
            }
            if (target && !target->isEmpty())
                target = nullptr;
            break;
        }
        case QXmlStreamReader::Characters:
            if (target && target->size() < longestText)
                target->append(reader.text());
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            target = nullptr;
            break;
        default:
            break;
        }
    }
    return statement;
}

Statement read(QByteArrayView body)
{
    if (body.size() > mostParsedBytes)
        return {};
    const QByteArrayView text = body.trimmed();
    if (text.startsWith('{'))
        return fromJson(text);
    if (text.startsWith('<') && !QByteArrayView(text.first(std::min<qsizetype>(text.size(), 64))).contains("<html"))
        return fromXml(text);
    return {};
}

QString sentence(const core::Error &error, const QString &said)
{
    const QString code = error.serviceCode.isEmpty()
                             ? Text::tr("status %1").arg(error.httpStatus)
                             : Text::tr("%1, status %2").arg(error.serviceCode).arg(error.httpStatus);
    if (error.httpStatus >= 500)
        return said.isEmpty() ? Text::tr("%1 failed (%2).").arg(error.host, code)
                              : Text::tr("%1 failed (%2): %3").arg(error.host, code, said);
    return said.isEmpty() ? Text::tr("%1 refused the request (%2).").arg(error.host, code)
                          : Text::tr("%1 refused the request (%2): %3").arg(error.host, code, said);
}

QString redirected(const QString &host, const QByteArray &location)
{
    return Text::tr("%1 redirects the request to %2, which is not followed.")
        .arg(host, readable(QString::fromUtf8(location)).left(200));
}

} // namespace

QString requestIdOf(const Headers &headers)
{
    for (const char *name : {"x-amzn-requestid", "x-amz-request-id", "x-amzn-request-id"}) {
        const QByteArray id = headerValue(headers, name);
        if (!id.isEmpty())
            return readable(QString::fromUtf8(id)).left(200);
    }
    return {};
}

core::Error decodeServiceError(int status, const Headers &headers, QByteArrayView body, const QString &host)
{
    const Statement said = read(body);
    core::Error error;
    error.kind = core::Error::Kind::Service;
    error.httpStatus = status;
    error.host = host;
    error.requestId = requestIdOf(headers);
    if (error.requestId.isEmpty())
        error.requestId = readable(said.requestId).left(200);

    error.serviceCode = bareCode(QString::fromLatin1(headerValue(headers, "x-amzn-errortype")));
    if (error.serviceCode.isEmpty())
        error.serviceCode = bareCode(said.code);

    QString message = readable(said.message);
    if (message.isEmpty())
        message = readable(QString::fromUtf8(headerValue(headers, "x-amzn-errormessage")));

    const QByteArray location = headerValue(headers, "location");
    if (status >= 300 && status < 400 && !location.isEmpty())
        error.message = redirected(host, location);
    else
        error.message = sentence(error, message);
    error.suggestion = suggestionFor(error.serviceCode, status, message);
    // Without a code something in front of the service spoke: what happened behind it is not known.
    error.outcomeUnknown = status >= 500 && (error.serviceCode.isEmpty() || status == 502 || status == 504);
    return error;
}

} // namespace braketeer::aws
