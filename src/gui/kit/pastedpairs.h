#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

namespace braketeer::gui {

/// A name and its value, as a table of tags or hyperparameters shows them.
struct Pair
{
    QString key;
    QString value;

    bool operator==(const Pair &) const = default;
};

/// Reads pairs from pasted text, whatever form it has:
///
/// - a JSON object; numbers, true and false become text as they are written, nested values one line of JSON;
/// - tab-separated (a spreadsheet) or comma-separated values (RFC 4180 quotes), first two columns; a first line that
///   says key/name and value is a heading;
/// - `NAME=value` lines as in a `.env` file: `export`, quotes, comments.
///
/// A pair per line otherwise fails with the number of the line that cannot be understood. Of equal keys the last wins,
/// in the place of the first.
core::Result<QList<Pair>> readPairs(const QString &text);

} // namespace braketeer::gui
