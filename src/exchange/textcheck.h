#pragma once

#include <QByteArrayView>
#include <QString>

namespace braketeer::exchange {

/// No document that Braketeer reads may be larger, in bytes; the largest request the service takes has about 0.3 MiB.
inline constexpr qsizetype maximumDocumentBytes = 16 * 1024 * 1024;

/// No document may be nested deeper; CreateJob itself needs five levels.
inline constexpr int maximumDocumentDepth = 200;

/// A place in a text as editors show it, both counted from 1. A column is a character, whatever its bytes.
struct TextPosition
{
    qsizetype line = 1;
    qsizetype column = 1;

    bool operator==(const TextPosition &) const = default;
};

/// The place of the byte at `offset`. A line ends with a newline, carriage return and newline, or carriage return.
TextPosition positionAt(QByteArrayView utf8, qsizetype offset);

/// "line 3, column 7", translated: the middle of a sentence.
QString placeName(TextPosition position);

/// Whether `utf8` begins with the byte-order mark of UTF-8.
bool hasByteOrderMark(QByteArrayView utf8);

/// All of `utf8` as text. QString::fromUtf8() would drop a U+FEFF at its start.
QString textOf(QByteArrayView utf8);

/// A character that does not show what it is, or changes what stands round it: control and format characters
/// (bidirectional ones among them), line and paragraph separators, surrogates, private and unassigned ones.
/// Writers escape it.
bool isHidden(char32_t character);

} // namespace braketeer::exchange
