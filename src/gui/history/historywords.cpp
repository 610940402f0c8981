#include "gui/history/historywords.h"

#include "store/history/submission.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

QString translate(const char *text, int n = -1)
{
    return QCoreApplication::translate("History", text, nullptr, n);
}

} // namespace

QString statusWord(const store::Submission &submission)
{
    using enum store::SubmissionState;
    switch (submission.state) {
    case Prepared:
        return translate(QT_TRANSLATE_NOOP("History", "NOT SENT"));
    case Sent:
        return translate(QT_TRANSLATE_NOOP("History", "SENDING"));
    case Unknown:
        return translate(QT_TRANSLATE_NOOP("History", "UNKNOWN"));
    case Refused:
        return translate(QT_TRANSLATE_NOOP("History", "REFUSED"));
    case Accepted:
        break;
    }
    return submission.status.isEmpty() ? translate(QT_TRANSLATE_NOOP("History", "CREATED")) : submission.status;
}

QString statusKey(const store::Submission &submission)
{
    if (submission.state != store::SubmissionState::Accepted)
        return store::stateName(submission.state);
    return submission.status.isEmpty() ? u"QUEUED"_s : submission.status;
}

QString statusSentence(const store::Submission &submission)
{
    using enum store::SubmissionState;
    switch (submission.state) {
    case Prepared:
        return translate(
            QT_TRANSLATE_NOOP("History", "The request is recorded, but was not sent. “Resolve” settles it."));
    case Sent:
        return translate(QT_TRANSLATE_NOOP("History", "The request is on its way."));
    case Unknown:
        return translate(QT_TRANSLATE_NOOP(
            "History",
            "No answer came, so the job may or may not exist. “Resolve” finds out without making a second one."));
    case Refused:
        return submission.errorCode.isEmpty() ? submission.errorMessage
                                              : u"%1: %2"_s.arg(submission.errorCode, submission.errorMessage);
    case Accepted:
        break;
    }
    return submission.failureReason;
}

bool isUnfinished(const store::Submission &submission)
{
    return submission.state == store::SubmissionState::Accepted && !store::isFinalStatus(submission.status);
}

QString age(const QDateTime &then, const QDateTime &now)
{
    if (!then.isValid())
        return {};
    const qint64 minutes = then.secsTo(now) / 60;
    if (minutes < 1)
        return translate(QT_TRANSLATE_NOOP("History", "just now"));
    if (minutes < 60)
        return translate(QT_TRANSLATE_N_NOOP("History", "%n min ago"), int(minutes));
    const qint64 days = then.toLocalTime().date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return translate(QT_TRANSLATE_N_NOOP("History", "%n h ago"), int(minutes / 60));
    if (days == 1)
        return translate(QT_TRANSLATE_NOOP("History", "yesterday"));
    return QLocale().toString(then.toLocalTime().date(), QLocale::ShortFormat);
}

QString duration(const QDateTime &from, const QDateTime &to)
{
    if (!from.isValid() || !to.isValid())
        return {};
    const qint64 seconds = qMax<qint64>(0, from.secsTo(to));
    const QString tail = u"%1:%2"_s.arg(seconds / 60 % 60, seconds < 3600 ? 1 : 2, 10, QChar(u'0'))
                             .arg(seconds % 60, 2, 10, QChar(u'0'));
    return seconds < 3600 ? tail : u"%1:%2"_s.arg(seconds / 3600).arg(tail);
}

QString shortDevice(const QString &device)
{
    if (device.startsWith(u"local:"))
        return u"local"_s;
    return device.mid(device.lastIndexOf(u'/') + 1);
}

} // namespace braketeer::gui
