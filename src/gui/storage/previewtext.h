#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// What can be shown of the beginning of a file: pure functions from bytes.
namespace braketeer::gui {

enum class PreviewKind { Text, Json, Table, Image, Binary };

/// By the first bytes and, for text, by the end of the name.
PreviewKind previewKind(const QByteArray &bytes, const QString &name);
/// The format as Qt's image readers name it, by the first bytes: png, jpeg, gif or bmp; "" for anything else. Formats
/// that can hold scripts or references, such as SVG, are none of them.
QByteArray imageFormat(const QByteArray &bytes);

/// UTF-8; a character that the end of the bytes cut is left out.
QString previewText(const QByteArray &bytes);
/// The same JSON with line breaks and indents, also of a document that breaks off. Nothing else changes: order of
/// members, text of numbers.
QString indentedJson(const QString &json);
/// Rows of comma, semicolon or tab separated text, quotes as RFC 4180 has them. The last row is left out where
/// `truncated`, for it may be half a row.
QList<QStringList> tableRows(const QString &text, bool truncated, int mostRows, int mostColumns);
/// Offset, bytes and letters, 16 a line.
QString hexLines(const QByteArray &bytes);

} // namespace braketeer::gui
