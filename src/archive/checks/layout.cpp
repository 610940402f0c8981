#include "archive/checks/families.h"
#include "archive/entrypoints.h"
#include "archive/python/modules.h"
#include "archive/python/standardlibrary.h"

#include <QSet>

namespace braketeer::archive::checks {
namespace {

/// What stands at the top of the archive.
struct Top
{
    QStringList pythonFiles;
    QStringList folders; ///< with Python files in them
};

Top topOf(const ArchiveContents &contents)
{
    Top top;
    QSet<QString> seen;
    for (const ArchiveMember &member : contents.members) {
        const QString path = python::tidyPath(member.path);
        if (!path.endsWith(u".py"))
            continue;
        const QString first = path.section(u'/', 0, 0);
        if (seen.contains(first))
            continue;
        seen.insert(first);
        (first == path ? top.pythonFiles : top.folders) << first;
    }
    return top;
}

} // namespace

void layout(const ArchiveContents &contents, Warnings &warnings)
{
    const EntryPoints entryPoints = findEntryPoints(contents);
    const Top top = topOf(contents);
    for (const QString &folder : top.folders) {
        if (!python::isIdentifier(folder))
            warnings.append({WarningKind::EntryPointRoot, QStringLiteral("V12"), Severity::Warning, folder,
                             ArchiveText::tr("The folder “%1” at the top cannot be part of an entry point: give it a "
                                             "name of letters, digits and _ that starts with no digit.")
                                 .arg(folder)});
    }
    if (entryPoints.candidates.isEmpty() && !contents.truncated) {
        const QString why = entryPoints.others.isEmpty() ? ArchiveText::tr("There is no Python file in it.")
                                                         : entryPoints.others.first().path + QStringLiteral(": ")
                                                               + entryPoints.others.first().why;
        warnings.append({WarningKind::NothingToRun,
                         QStringLiteral("V12"),
                         Severity::Error,
                         {},
                         ArchiveText::tr("No entry point can be found in the archive. %1").arg(why)});
    }
    if (contents.format == Format::PythonFile || top.pythonFiles.size() + top.folders.size() < 2
        || top.pythonFiles.isEmpty())
        return;
    // Source: the Braket agent skill, references/hybrid-job.md: with a flat archive "folder.module" ends in
    // "__path__ attribute not found".
    const QString name = top.pythonFiles.first();
    warnings.append({WarningKind::FlatLayout, QStringLiteral("V12"), Severity::Warning, name,
                     ArchiveText::tr("The Python files lie at the top of the archive, without a folder around them: "
                                     "the entry point of %1 is “%2”, with no folder's name before it.")
                         .arg(name, name.chopped(3))});
}

} // namespace braketeer::archive::checks
