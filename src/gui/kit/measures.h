#pragma once

#include <QFont>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace braketeer::gui {

/// The desktop's monospaced font in the size of `font`: for ARNs, URIs and commands.
QFont codeFont(const QFont &font);
/// For the heading of a page.
QFont headingFont(const QFont &font);

/// Width of a line that is still read at ease, in the units of `widget`.
int readableWidth(const QWidget &widget);

/// Distance between things that belong together, such as a field and what is said about it: half of the style's own.
int tightSpacing(const QWidget &widget);
/// Distance between one field with its help and the next one: twice the style's own.
int fieldSpacing(const QWidget &widget);

/// Height of a line edit in the widget's font and style.
int lineHeight(const QWidget &widget);

} // namespace braketeer::gui
