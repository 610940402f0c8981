#pragma once

#include "job/value.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace braketeer::gui {

/// What a line shows of a value: text and numbers as they are, `true` and `false`, and a structure or list that came
/// from a file in the wrong place as one line of JSON, so that it is seen and not lost.
QString displayText(const job::Value *value);

/// Puts displayText() into the line. Does nothing when it is there already, so the cursor stays where it is.
void showText(QLineEdit &line, const job::Value *value);

/// Nothing for an empty text: a cleared field is absent.
std::optional<job::Value> textValue(const QString &text);

} // namespace braketeer::gui
