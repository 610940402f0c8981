#pragma once

#include "job/findings.h"

namespace braketeer::exchange {

/// The findings of an import; the list of their ids stands in importtext.h.

job::Finding openNote(const job::Path &path, const QStringList &sources, const std::optional<job::Value> &fix);
job::Finding fileNote(const job::Path &path, const QString &name);
job::Finding unknownNote(const job::Path &path);
job::Finding renamedNote(const job::Path &now, const QString &before);
job::Finding obsoleteNote(const job::Path &path);
job::Finding placeholderNote(int count);
job::Finding answerNote(const QStringList &members);
job::Finding hiddenNote(const QString &member);
job::Finding tokenNote();
job::Finding droppedTokenNote();
job::Finding optionNote(const QStringList &options);
job::Finding repeatedNote(const QString &member);
job::Finding bracesNote(const QString &word);
job::Finding ambiguousNote(const QStringList &shells);

} // namespace braketeer::exchange
