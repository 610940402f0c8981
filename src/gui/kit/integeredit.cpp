#include "gui/kit/integeredit.h"

#include "gui/kit/integerspin.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

std::optional<job::Value> integerValue(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = trimmed.toLongLong(&isNumber);
    return isNumber ? job::Value::number(number) : job::Value::text(text);
}

IntegerEdit::IntegerEdit(QWidget *parent) : ValueEdit(parent), m_spin(new IntegerSpin(this)), m_unit(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_spin);
    layout->addWidget(m_unit);
    layout->addStretch();
    setFocusProxy(m_spin);
    m_spin->setRange(m_minimum, -1);
    m_spin->setObjectName(u"spin"_s);
    connect(m_spin, &IntegerSpin::edited, this, &ValueEdit::edited);
}

QString IntegerEdit::unit() const
{
    return m_unit->text();
}

void IntegerEdit::setUnit(const QString &unit)
{
    m_unit->setText(unit);
}

void IntegerEdit::setMinimum(int minimum)
{
    m_minimum = minimum;
    m_spin->setRange(minimum, -1);
}

void IntegerEdit::showValue(const job::Value *value)
{
    m_spin->setText(value ? value->toText() : QString());
}

std::optional<job::Value> IntegerEdit::value() const
{
    return integerValue(m_spin->text());
}

void IntegerEdit::describe(const FieldText &text)
{
    m_spin->setPlaceholderText(text.placeholder);
    m_spin->setAccessibleName(m_unit->text().isEmpty() ? text.label : tr("%1 in %2").arg(text.label, m_unit->text()));
    m_spin->setAccessibleDescription(text.help);
}

} // namespace braketeer::gui
