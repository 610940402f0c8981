#include "gui/kit/linetext.h"

#include "exchange/json/writejson.h"

#include <QLineEdit>

namespace braketeer::gui {

QString displayText(const job::Value *value)
{
    if (!value)
        return {};
    switch (value->kind()) {
    case job::Value::Kind::Text:
    case job::Value::Kind::Number:
        return value->toText();
    default:
        return QString::fromUtf8(exchange::writeJson(*value, exchange::JsonForm::Compact));
    }
}

void showText(QLineEdit &line, const job::Value *value)
{
    const QString text = displayText(value);
    if (line.text() == text)
        return;
    line.setText(text);
    if (!line.hasFocus())
        line.setCursorPosition(0); // a long ARN shows its beginning
}

std::optional<job::Value> textValue(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(job::Value::text(text));
}

} // namespace braketeer::gui
