#pragma once

#include "gui/kit/valueedit.h"
#include "job/schema/member.h"

namespace braketeer::gui {

/// What a field at `path` shows of its row of the schema.
FieldText fieldText(const job::Member &member, const job::Path &path);

/// Label, API name and help as rich text.
QString toolTip(const FieldText &text);

/// Whether the service refuses a request without it: required here and in every structure above.
bool isAlwaysRequired(const job::Member &member);

} // namespace braketeer::gui
