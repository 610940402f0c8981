#pragma once

#include <QColor>
#include <QHash>
#include <QPalette>
#include <QString>

#include <optional>

namespace braketeer::gui {

/// Colours of a light or dark window, read from a file in resources/palettes.
///
/// The file is a JSON object: `palette` (QPalette roles by name), `disabled` (the same for the disabled group) and
/// `semantic` (colours with a meaning: "error", "warning", "info", "ok", "active", "neutral", "secondary", "demo").
struct PaletteFile
{
    QPalette palette;
    QHash<QString, QColor> semantic;
};

/// Nothing when the file is missing, no JSON, or names a role that QPalette does not have.
std::optional<PaletteFile> readPaletteFile(const QString &fileName);

/// The file for a window of this lightness: ":/palettes/dark.json" or ":/palettes/light.json", read once.
const PaletteFile &builtInPalette(bool dark);

bool isDark(const QPalette &palette);

/// A colour with a meaning, made for the lightness of `palette`; its window text for names not known.
QColor semanticColor(const QString &name, const QPalette &palette);

} // namespace braketeer::gui
