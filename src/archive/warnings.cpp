#include "archive/warnings.h"

#include "archive/checks/families.h"

#include <QMetaEnum>

#include <algorithm>

namespace braketeer::archive {

Warnings inspect(const ArchiveContents &contents)
{
    Warnings warnings;
    checks::layout(contents, warnings);
    checks::form(contents, warnings);
    checks::members(contents, warnings);
    checks::requirements(contents, warnings);
    checks::versions(contents, warnings);
    checks::weight(contents, warnings);
    std::ranges::stable_sort(warnings, {}, &Warning::severity);
    return warnings;
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Info:
        break;
    }
    return QStringLiteral("info");
}

QString kindName(WarningKind kind)
{
    QString name = QString::fromLatin1(QMetaEnum::fromType<WarningKind>().valueToKey(int(kind)));
    name[0] = name[0].toLower();
    return name;
}

} // namespace braketeer::archive
