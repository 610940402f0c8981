#pragma once

#include <QByteArray>
#include <QDateTime>

namespace braketeer::sandbox::s3 {

inline constexpr char xmlNamespace[] = "http://s3.amazonaws.com/doc/2006-03-01/";

/// Writes XML as S3 does: no blanks between elements, and a control character of a key as a reference such as `&#x1;`,
/// which XML 1.0 does not allow (that is what `encoding-type=url` is for).
class Xml
{
public:
    Xml() : m_text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") { }

    /// The outermost element of an answer.
    void openRoot(QByteArrayView name)
    {
        m_text.append('<').append(name).append(" xmlns=\"").append(xmlNamespace).append("\">");
    }

    void open(QByteArrayView name) { m_text.append('<').append(name).append('>'); }

    void close(QByteArrayView name) { m_text.append("</").append(name).append('>'); }

    void leaf(QByteArrayView name, QByteArrayView value);
    /// Left out where it is empty.
    void leafIfAny(QByteArrayView name, QByteArrayView value);

    void number(QByteArrayView name, qint64 value) { leaf(name, QByteArrayView(QByteArray::number(value))); }

    void flag(QByteArrayView name, bool value) { leaf(name, QByteArrayView(value ? "true" : "false")); }

    /// What is XML already.
    void append(QByteArrayView markup) { m_text.append(markup); }

    const QByteArray &text() const { return m_text; }

    void reserve(qsizetype size) { m_text.reserve(size); }

private:
    QByteArray m_text;
};

/// "2026-01-05T09:00:00.000Z"
QByteArray xmlTime(qint64 milliseconds);
/// "Mon, 05 Jan 2026 09:00:00 GMT"
QByteArray httpTime(qint64 milliseconds);
/// Invalid where it is not in that form.
QDateTime readHttpTime(const QByteArray &text);

/// x-amz-id-2 beside a request id.
QByteArray hostId(const QByteArray &requestId);

} // namespace braketeer::sandbox::s3
