#include "gui/kit/durationedit.h"

#include "gui/kit/integeredit.h"
#include "gui/kit/integerspin.h"
#include "gui/kit/wraplayout.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

/// A box with its unit behind it, which stay together when the line breaks.
IntegerSpin *addBox(QLayout *layout, const QString &name, int digits, qint64 max, const QString &unit,
                    const QString &before = {})
{
    auto *box = new IntegerSpin;
    box->setObjectName(name);
    box->setDigits(digits);
    box->setRange(0, max);
    auto *part = new QWidget;
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins({});
    if (!before.isEmpty())
        row->addWidget(new QLabel(before));
    row->addWidget(box);
    row->addWidget(new QLabel(unit));
    layout->addWidget(part);
    return box;
}

} // namespace

DurationEdit::DurationEdit(QWidget *parent) : ValueEdit(parent), m_rest(new QLabel)
{
    auto *layout = new WrapLayout(this);
    m_days = addBox(layout, u"days"_s, 2, 5, tr("d", "unit: days"));
    m_hours = addBox(layout, u"hours"_s, 2, 23, tr("h", "unit: hours"));
    m_minutes = addBox(layout, u"minutes"_s, 2, 59, tr("min", "unit: minutes"));
    layout->addWidget(m_rest);
    m_seconds = addBox(layout, u"seconds"_s, 6, -1, tr("s", "unit: seconds"), u"="_s);
    m_rest->hide();
    m_seconds->setRange(1, -1);
    m_days->setAccessibleName(tr("Days"));
    m_hours->setAccessibleName(tr("Hours"));
    m_minutes->setAccessibleName(tr("Minutes"));
    setFocusProxy(m_days);
    for (IntegerSpin *part : {m_days, m_hours, m_minutes})
        connect(part, &IntegerSpin::edited, this, &DurationEdit::partsEdited);
    connect(m_seconds, &IntegerSpin::edited, this, &DurationEdit::secondsEdited);
}

void DurationEdit::setDefaultSeconds(int seconds)
{
    m_default = seconds;
    const auto placeholder = [seconds](qint64 count) { return seconds > 0 ? QString::number(count) : QString(); };
    m_days->setPlaceholderText(placeholder(seconds / day));
    m_hours->setPlaceholderText(placeholder(seconds % day / hour));
    m_minutes->setPlaceholderText(placeholder(seconds % hour / minute));
    m_seconds->setPlaceholderText(placeholder(seconds));
}

void DurationEdit::showValue(const job::Value *value)
{
    m_seconds->setText(value ? value->toText() : QString());
    showParts(m_seconds->number());
}

std::optional<job::Value> DurationEdit::value() const
{
    return integerValue(m_seconds->text());
}

void DurationEdit::describe(const FieldText &text)
{
    m_seconds->setAccessibleName(tr("%1 in seconds").arg(text.label));
    for (IntegerSpin *box : {m_days, m_hours, m_minutes, m_seconds})
        box->setAccessibleDescription(u"%1. %2"_s.arg(text.label, text.help));
}

void DurationEdit::partsEdited()
{
    const bool empty = m_days->text().isEmpty() && m_hours->text().isEmpty() && m_minutes->text().isEmpty();
    const qint64 seconds = m_days->number().value_or(0) * day + m_hours->number().value_or(0) * hour
                           + m_minutes->number().value_or(0) * minute;
    m_seconds->setText(empty ? QString() : QString::number(seconds));
    m_rest->hide();
    Q_EMIT edited();
}

void DurationEdit::secondsEdited()
{
    showParts(m_seconds->number());
    Q_EMIT edited();
}

void DurationEdit::showParts(std::optional<qint64> seconds)
{
    const auto text = [&](qint64 count) { return seconds ? QString::number(count) : QString(); };
    const qint64 total = seconds.value_or(0);
    m_days->setText(text(total / day));
    m_hours->setText(text(total % day / hour));
    m_minutes->setText(text(total % hour / minute));
    m_rest->setText(tr("+ %1 s").arg(total % minute));
    m_rest->setVisible(total % minute != 0);
}

} // namespace braketeer::gui
