#pragma once

#include "job/schema/member.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringView>

#include <span>

namespace braketeer::job {

/// Every row, section by section as the form shows them; a parent stands before its children.
std::span<const Member> members();

/// The row of a schema path ("inputDataConfig[].channelName"), null where the model knows none.
const Member *findMember(QStringView schemaPath);

/// The rows one step below, in the form's order: "" gives the top-level members, a structure its members, a list its
/// item ("…[]"), a map its value ("….{}").
const QList<const Member *> &childrenOf(QStringView schemaPath);

/// The same rows in the order of the service model, which AWS's own tools print.
QList<const Member *> inModelOrder(QStringView schemaPath);

/// The last step of the path: "channelName" of "inputDataConfig[].channelName", "[]" of a list's item, "{}" of a map's
/// value.
QLatin1StringView name(const Member &member);

/// Translated texts of a row. A value of a map and an item of a list have labels of their own ("Tag", "Channel").
QString label(const Member &member);
QString help(const Member &member);
QString defaultText(const Member &member);

/// Title of a section: "Input data".
QString title(Section section);

} // namespace braketeer::job
