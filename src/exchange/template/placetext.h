#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace braketeer::exchange {

/// A stretch of a text: literal, or a place to be filled.
struct TextPiece
{
    bool isPlace = false;
    QString text; ///< what stands there, `{{{{` already being `{{`; or the name of the place

    bool operator==(const TextPiece &) const = default;
};

/// Splits "s3://{{bucket}}/x": `{{name}}` is a place, blanks inside the braces do not count, `{{{{` is a literal `{{`.
/// Fails (Kind::Usage) where `{{` is followed by no name and `}}`. A name is a letter and up to 63 letters, digits,
/// hyphens and underscores.
core::Result<QList<TextPiece>> splitPlaces(QStringView text);

/// The text for which splitPlaces() gives just `text`.
QString escapePlaces(QString text);

/// Whether a place may have this name.
bool isPlaceName(const QString &name);

} // namespace braketeer::exchange
