#include "gui/kit/reservationedit.h"

#include "gui/kit/codeedit.h"
#include "gui/kit/linetext.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

job::Value associationsOf(const QString &arn)
{
    return job::Value::list({job::Value::map(
        {{u"arn"_s, job::Value::text(arn)}, {u"type"_s, job::Value::text(u"RESERVATION_TIME_WINDOW_ARN"_s)}})});
}

} // namespace

ReservationEdit::ReservationEdit(QWidget *parent) : ValueEdit(parent), m_line(new CodeEdit)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_line);
    m_line->setObjectName(u"line"_s);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_foreign.reset();
        Q_EMIT edited();
    });
}

void ReservationEdit::showValue(const job::Value *value)
{
    m_foreign.reset();
    const job::Value *only = value && value->items().size() == 1 ? &value->items().constFirst() : nullptr;
    const job::Value *arn = only ? only->find(u"arn") : nullptr;
    if (arn && *value == associationsOf(arn->toText())) {
        showText(*m_line, arn);
        return;
    }
    if (value)
        m_foreign = *value;
    showText(*m_line, value);
}

std::optional<job::Value> ReservationEdit::value() const
{
    if (m_foreign)
        return m_foreign;
    const QString arn = m_line->text().trimmed();
    return arn.isEmpty() ? std::nullopt : std::optional(associationsOf(arn));
}

void ReservationEdit::describe(const FieldText &text)
{
    m_line->setPlaceholderText(text.placeholder);
    m_line->setAccessibleName(text.label);
    m_line->setAccessibleDescription(text.help);
}

} // namespace braketeer::gui
