#pragma once

#include "aws/http/request.h"
#include "core/result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringView>

namespace braketeer::services::s3 {

/// A small XML answer as a tree: elements by their local names, no attributes. Text is only that of the element itself.
struct XmlNode
{
    QString name;
    QString content; ///< empty for an element that holds others
    QList<XmlNode> children;

    /// The text of the first child of that name, empty where there is none.
    QString text(QStringView child) const;
    /// The same as a number; `otherwise` where it is none.
    qint64 integer(QStringView child, qint64 otherwise = 0) const;

    bool boolean(QStringView child) const { return text(child) == u"true"; }
};

/// Reads an answer of bounded size and depth. Fails with Network: cut off, no XML, too deep, or with a document type
/// (nobody needs its entities but an attacker).
core::Result<XmlNode> readXmlAnswer(QByteArrayView body);

/// The same of an operation's answer, whose outermost element has that name. An `<Error>` in its place, which S3 may
/// send with status 200 after a long operation, is the service's refusal; others fail with Network.
core::Result<XmlNode> readXmlAnswer(const aws::Response &response, QStringView root);

/// An answer that says something else than what was asked.
core::Error unreadableAnswer(const QString &why);

/// Says who answered, and under which id, in an error about an answer's content.
core::Error aboutAnswer(core::Error error, const aws::Response &response);

/// `text` between two tags: `&`, `<`, `>` and line ends are written so that they arrive as they are.
QByteArray xmlText(const QString &text);

/// Whether XML 1.0 can hold the text: no control character but tab and line ends, no lone surrogate.
bool fitsIntoXml(QStringView text);

/// ISO 8601 of an answer as UTC; invalid where there is none.
QDateTime timeOf(const QString &text);

} // namespace braketeer::services::s3
