#pragma once

#include "job/jobspec.h"

#include <QList>
#include <QString>

namespace braketeer::gui {

/// One value of a document on a line of its own.
struct FlatMember
{
    job::Path path;
    QString label; ///< "Channel 1 · S3 URI"; the member's own name where the schema knows none
    QString value; ///< as text; "{}" and "[]" for what is empty
};

/// Every value that a document holds, in the order of the form; what the schema does not know stands at the end.
QList<FlatMember> flatten(const job::JobSpec &spec);

} // namespace braketeer::gui
