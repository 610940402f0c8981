#include "gui/kit/measures.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QLineEdit>
#include <QStyle>
#include <QWidget>

namespace braketeer::gui {
namespace {

constexpr qreal headingScale = 1.35;
constexpr int readableCharacters = 110;

QFont scaled(QFont font, qreal scale)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(qRound(font.pixelSize() * scale));
    return font;
}

int styleSpacing(const QWidget &widget)
{
    const int spacing = widget.style()->pixelMetric(QStyle::PM_LayoutVerticalSpacing, nullptr, &widget);
    const int stated = spacing < 0
                           ? widget.style()->layoutSpacing(QSizePolicy::LineEdit, QSizePolicy::Label, Qt::Vertical)
                           : spacing;
    return qMax(stated, 0);
}

} // namespace

QFont codeFont(const QFont &font)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font.pointSizeF() > 0)
        fixed.setPointSizeF(font.pointSizeF());
    return fixed;
}

QFont headingFont(const QFont &font)
{
    QFont heading = scaled(font, headingScale);
    heading.setWeight(QFont::DemiBold);
    return heading;
}

int readableWidth(const QWidget &widget)
{
    return widget.fontMetrics().averageCharWidth() * readableCharacters;
}

int tightSpacing(const QWidget &widget)
{
    return styleSpacing(widget) / 2;
}

int fieldSpacing(const QWidget &widget)
{
    return styleSpacing(widget) * 2;
}

int lineHeight(const QWidget &widget)
{
    QLineEdit line;
    line.setFont(widget.font());
    return line.sizeHint().height();
}

} // namespace braketeer::gui
