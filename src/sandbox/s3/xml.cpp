#include "sandbox/s3/xml.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr auto httpTimeForm = "ddd, dd MMM yyyy HH:mm:ss 'GMT'"_L1;

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= ' ' && c != '&' && c != '<' && c != '>' && c != '"' && c != '\x7f';
}

void appendEscaped(QByteArray &text, char c)
{
    switch (c) {
    case '&':
        text += "&amp;";
        return;
    case '<':
        text += "&lt;";
        return;
    case '>':
        text += "&gt;";
        return;
    case '"':
        text += "&quot;";
        return;
    default:
        text += "&#x" + QByteArray::number(int(static_cast<unsigned char>(c)), 16) + ';';
    }
}

} // namespace

void Xml::leaf(QByteArrayView name, QByteArrayView value)
{
    open(name);
    for (const char c : value) {
        if (isPlain(c))
            m_text += c;
        else
            appendEscaped(m_text, c);
    }
    close(name);
}

void Xml::leafIfAny(QByteArrayView name, QByteArrayView value)
{
    if (!value.isEmpty())
        leaf(name, value);
}

QByteArray xmlTime(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(u"yyyy-MM-dd'T'HH:mm:ss.000'Z'"_s).toLatin1();
}

QByteArray httpTime(qint64 milliseconds)
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC), QString(httpTimeForm))
        .toLatin1();
}

QDateTime readHttpTime(const QByteArray &text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), QString(httpTimeForm));
    time.setTimeSpec(Qt::UTC);
    return time;
}

QByteArray hostId(const QByteArray &requestId)
{
    return ("sandbox/" + requestId + requestId).toBase64();
}

} // namespace braketeer::sandbox::s3
