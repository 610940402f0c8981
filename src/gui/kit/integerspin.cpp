#include "gui/kit/integerspin.h"

#include <QLineEdit>
#include <QStyleOptionSpinBox>

#include <limits>

namespace braketeer::gui {

IntegerSpin::IntegerSpin(QWidget *parent) : QAbstractSpinBox(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(lineEdit(), &QLineEdit::textEdited, this, &IntegerSpin::edited);
}

void IntegerSpin::setRange(qint64 min, qint64 max)
{
    m_min = min;
    m_max = max;
    update();
}

void IntegerSpin::setDigits(int digits)
{
    m_digits = digits;
    updateGeometry();
}

void IntegerSpin::setPlaceholderText(const QString &text)
{
    lineEdit()->setPlaceholderText(text);
}

void IntegerSpin::setText(const QString &text)
{
    if (lineEdit()->text() == text)
        return;
    lineEdit()->setText(text);
    update(); // the arrows may have become possible or impossible
}

std::optional<qint64> IntegerSpin::number() const
{
    bool isNumber = false;
    const qint64 number = lineEdit()->text().trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void IntegerSpin::stepBy(int steps)
{
    const qint64 max = m_max < 0 ? std::numeric_limits<int>::max() : m_max;
    // An empty box steps to its lowest value first: nobody means "one more than nothing".
    const qint64 next = number() ? *number() + steps : m_min + (steps > 0 ? steps - 1 : 0);
    lineEdit()->setText(QString::number(qBound(m_min, next, max)));
    selectAll();
    Q_EMIT edited();
}

QValidator::State IntegerSpin::validate(QString &, int &) const
{
    return QValidator::Acceptable;
}

QAbstractSpinBox::StepEnabled IntegerSpin::stepEnabled() const
{
    if (isReadOnly())
        return StepNone;
    const std::optional<qint64> value = number();
    StepEnabled enabled = StepNone;
    enabled.setFlag(StepUpEnabled, !value || m_max < 0 || *value < m_max);
    enabled.setFlag(StepDownEnabled, value && *value > m_min);
    return enabled;
}

QSize IntegerSpin::sizeHint() const
{
    ensurePolished();
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    const QSize text(fontMetrics().horizontalAdvance(QString(m_digits + 1, u'0')), lineEdit()->sizeHint().height());
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, text, this);
}

QSize IntegerSpin::minimumSizeHint() const
{
    return sizeHint();
}

} // namespace braketeer::gui
