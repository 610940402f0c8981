#pragma once

#include <QByteArrayView>

namespace braketeer::archive::python {

/// Where the string that starts at `from` (its prefix included) ends in `source`: the position after its last quote,
/// or -1 when it has no end. `formatted` strings may hold expressions in braces, and those strings of their own.
/// Source: PEP 701 and docs.python.org/3.12, "String and Bytes literals".
qsizetype stringEnd(QByteArrayView source, qsizetype from);

/// Whether a string starts at `from`: a quote, or one of the prefixes with a quote behind it.
bool startsString(QByteArrayView source, qsizetype from);

} // namespace braketeer::archive::python
