#include "gui/kit/icons.h"

#include "gui/kit/palettefile.h"
#include "gui/kit/svgiconengine.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

struct Mark
{
    const char *icon;
    const char *color; ///< semantic colour of resources/palettes
};

QIcon markIcon(const Mark &mark)
{
    return QIcon(new SvgIconEngine({}, QLatin1StringView(mark.icon), QLatin1StringView(mark.color)));
}

constexpr Mark ok{"severity-ok", "ok"};
constexpr Mark unknownStatus{"status-unknown", "neutral"};

Mark markOf(job::Severity severity)
{
    switch (severity) {
    case job::Severity::Error:
        return {"severity-error", "error"};
    case job::Severity::Warning:
        return {"severity-warning", "warning"};
    case job::Severity::Info:
        return {"severity-info", "info"};
    case job::Severity::Skipped:
        break;
    }
    return {"severity-skipped", "neutral"};
}

// Source: service model, JobPrimaryStatus; the lower half are the states of a submission of ours.
Mark markOfStatus(const QString &status)
{
    static const QHash<QString, Mark> marks{
        {u"QUEUED"_s, {"status-queued", "neutral"}},         {u"RUNNING"_s, {"status-running", "active"}},
        {u"COMPLETED"_s, {"status-completed", "ok"}},        {u"FAILED"_s, {"status-failed", "error"}},
        {u"CANCELLING"_s, {"status-cancelling", "neutral"}}, {u"CANCELLED"_s, {"status-cancelled", "neutral"}},
        {u"PREPARED"_s, {"status-prepared", "neutral"}},     {u"SENT"_s, {"status-sent", "active"}},
        {u"ACCEPTED"_s, {"status-sent", "active"}},          {u"REFUSED"_s, {"status-failed", "error"}},
        {u"UNKNOWN"_s, {"status-unknown", "warning"}},
    };
    return marks.value(status.toUpper(), unknownStatus);
}

} // namespace

QIcon themeIcon(const QString &name)
{
    return QIcon(new SvgIconEngine(name, name, {}));
}

QIcon severityIcon(job::Severity severity)
{
    return markIcon(markOf(severity));
}

QIcon okIcon()
{
    return markIcon(ok);
}

QString severityText(job::Severity severity)
{
    switch (severity) {
    case job::Severity::Error:
        return QCoreApplication::translate("Severity", "Error");
    case job::Severity::Warning:
        return QCoreApplication::translate("Severity", "Warning");
    case job::Severity::Info:
        return QCoreApplication::translate("Severity", "Note");
    case job::Severity::Skipped:
        break;
    }
    return QCoreApplication::translate("Severity", "Not checked");
}

QIcon statusIcon(const QString &status)
{
    return markIcon(markOfStatus(status));
}

} // namespace braketeer::gui
