#pragma once

#include <QDateTime>
#include <QString>

namespace braketeer::store {
struct Submission;
} // namespace braketeer::store

/// How the history says things: pure functions from a record and the time to words.
namespace braketeer::gui {

/// The service's word for the job (RUNNING, COMPLETED …), or where the submission stands before there is one.
QString statusWord(const store::Submission &submission);
/// The same, untranslated, for the icon: the service's word, "QUEUED" before there is one, or the submission's state.
QString statusKey(const store::Submission &submission);
/// One sentence: what the status means here, and what can be done.
QString statusSentence(const store::Submission &submission);
/// The job was created and has not ended, as far as is known.
bool isUnfinished(const store::Submission &submission);

/// "just now", "4 min ago", "3 h ago", "yesterday", then the date. Both in UTC.
QString age(const QDateTime &then, const QDateTime &now);
/// "2:31" or "1:02:31" between two times; "" when the first is unknown.
QString duration(const QDateTime &from, const QDateTime &to);
/// Last part of a device ARN, "local" for an embedded simulator.
QString shortDevice(const QString &device);

} // namespace braketeer::gui
