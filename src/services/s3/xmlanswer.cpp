#include "services/s3/xmlanswer.h"

#include "aws/errors/serviceerror.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {
namespace {

using core::Error;

// Far beyond what an answer has: 10,000 buckets or 1,000 parts with all that is known of them.
constexpr int mostElements = 200'000;
constexpr qsizetype deepest = 12;
constexpr qsizetype longestText = qsizetype(64) * 1024;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(S3Answer)
};

/// Puts elements into their places while the reader goes through the text once.
class TreeBuilder final
{
public:
    core::Result<XmlNode> build(QXmlStreamReader &reader)
    {
        while (!reader.atEnd()) {
            if (!take(reader))
                return core::fail(unreadableAnswer(Text::tr("it is far too large, too deep, or has a document type")));
        }
        if (reader.hasError() || m_root.children.isEmpty())
            return core::fail(unreadableAnswer(Text::tr("it is cut off, or no XML")));
        return std::move(m_root.children.first());
    }

private:
    bool take(QXmlStreamReader &reader)
    {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: {
            XmlNode *parent = m_open.isEmpty() ? &m_root : m_open.last();
            if (++m_elements > mostElements || m_open.size() >= deepest)
                return false;
            parent->content.clear(); // blanks between elements
            parent->children.append(XmlNode{reader.name().toString(), {}, {}});
            m_open.append(&parent->children.last());
            return true;
        }
        case QXmlStreamReader::EndElement:
            m_open.removeLast();
            return true;
        case QXmlStreamReader::Characters:
            if (!m_open.isEmpty() && m_open.last()->children.isEmpty()) {
                if (m_open.last()->content.size() + reader.text().size() > longestText)
                    return false;
                m_open.last()->content.append(reader.text());
            }
            return true;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return false;
        default:
            return true;
        }
    }

    XmlNode m_root;
    QList<XmlNode *> m_open; ///< a list that grows does not move what its elements' own lists hold
    int m_elements = 0;
};

} // namespace

QString XmlNode::text(QStringView child) const
{
    for (const XmlNode &node : children) {
        if (node.name == child)
            return node.content;
    }
    return {};
}

qint64 XmlNode::integer(QStringView child, qint64 otherwise) const
{
    bool isNumber = false;
    const qint64 number = text(child).trimmed().toLongLong(&isNumber);
    return isNumber ? number : otherwise;
}

core::Result<XmlNode> readXmlAnswer(QByteArrayView body)
{
    QXmlStreamReader reader(QByteArray::fromRawData(body.data(), body.size()));
    return TreeBuilder().build(reader);
}

core::Result<XmlNode> readXmlAnswer(const aws::Response &response, QStringView root)
{
    auto answer = readXmlAnswer(response.body);
    if (!answer)
        return core::fail(aboutAnswer(answer.error(), response));
    if (answer->name == root)
        return answer;
    if (answer->name == "Error"_L1)
        return core::fail(aws::decodeServiceError(response.status, response.headers, response.body, response.host));
    return core::fail(aboutAnswer(unreadableAnswer(Text::tr("it is no %1").arg(root)), response));
}

Error unreadableAnswer(const QString &why)
{
    core::Error error;
    error.kind = core::Error::Kind::Network;
    error.message = Text::tr("The answer of the S3 service could not be read: %1.").arg(why);
    error.suggestion = Text::tr("Try again; if it stays so, check the endpoint, and what stands between (a proxy, a "
                                "network's sign-in page).");
    error.outcomeUnknown = true;
    return error;
}

Error aboutAnswer(core::Error error, const aws::Response &response)
{
    error.httpStatus = response.status;
    error.requestId = response.requestId;
    error.host = response.host;
    return error;
}

QByteArray xmlText(const QString &text)
{
    QString escaped;
    escaped.reserve(text.size() + 16);
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'&':
            escaped += "&amp;"_L1;
            break;
        case u'<':
            escaped += "&lt;"_L1;
            break;
        case u'>':
            escaped += "&gt;"_L1;
            break;
        case u'\r':
            escaped += "&#13;"_L1;
            break;
        case u'\n':
            escaped += "&#10;"_L1;
            break;
        case u'\t':
            escaped += "&#9;"_L1;
            break;
        default:
            escaped += c;
        }
    }
    return escaped.toUtf8();
}

bool fitsIntoXml(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate()) {
            if (i + 1 == text.size() || !text[i + 1].isLowSurrogate())
                return false;
            ++i;
        } else if (c.isLowSurrogate() || c.unicode() >= 0xfffe
                   || (c.unicode() < 0x20 && c != u'\t' && c != u'\n' && c != u'\r')) {
            return false;
        }
    }
    return true;
}

QDateTime timeOf(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text.trimmed(), Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

} // namespace braketeer::services::s3
