#include "archive/checks/families.h"
#include "archive/checks/requirementline.h"
#include "archive/python/modules.h"
#include "archive/wanted.h"

namespace braketeer::archive::checks {
namespace {

/// What is odd in one file: the kinds once each, with the first line that is.
class FileCheck
{
public:
    FileCheck(const QString &path, Warnings &warnings) : m_path(path), m_warnings(warnings) { }

    void run(QByteArrayView text)
    {
        for (const RequirementLine &line : readRequirements(text))
            check(line);
    }

private:
    void check(const RequirementLine &line)
    {
        using Kind = RequirementLine::Kind;
        switch (line.kind) {
        case Kind::Pinned:
            break;
        case Kind::Unpinned:
            say(WarningKind::UnpinnedRequirement, Severity::Info, line,
                ArchiveText::tr("%1, line %2: “%3” names no version (==), so another one may be installed tomorrow."));
            break;
        case Kind::Index:
            say(WarningKind::PrivateIndex, Severity::Warning, line,
                ArchiveText::tr("%1, line %2: “%3” names a package index of its own, which the container must be able "
                                "to reach without a password."));
            break;
        case Kind::Editable:
            say(WarningKind::EditableRequirement, Severity::Warning, line,
                ArchiveText::tr("%1, line %2: “%3” installs a folder in place, from where the archive was unpacked: "
                                "it must be in the archive, named from its top."));
            break;
        case Kind::VersionControl:
            say(WarningKind::RequirementFromVersionControl, Severity::Warning, line,
                ArchiveText::tr("%1, line %2: “%3” comes from version control, which the container must be able to "
                                "reach, with the program for it."));
            break;
        case Kind::Path:
            say(WarningKind::RequirementFromPath, Severity::Warning, line,
                ArchiveText::tr("%1, line %2: “%3” is a file or another list: it must be in the archive, or where the "
                                "container can reach it."));
            break;
        }
    }

    void say(WarningKind kind, Severity severity, const RequirementLine &line, const QString &message)
    {
        for (const Warning &said : m_warnings) {
            if (said.kind == kind && said.path == m_path)
                return;
        }
        m_warnings.append({kind, QStringLiteral("V17"), severity, m_path,
                           message.arg(m_path).arg(line.number).arg(withoutPassword(line.text))});
    }

    const QString m_path;
    Warnings &m_warnings;
};

} // namespace

void requirements(const ArchiveContents &contents, Warnings &warnings)
{
    QStringList files;
    for (const ArchiveMember &member : contents.members) {
        if (member.type != MemberType::File || !isRequirementsFile(member.path))
            continue;
        files << member.path;
        if (!member.text)
            warnings.append({WarningKind::RequirementsUnreadable, QStringLiteral("V17"), Severity::Info, member.path,
                             ArchiveText::tr("%1 was too large to look at.").arg(member.path)});
        else
            FileCheck(member.path, warnings).run(*member.text);
    }
    // Source: amazon-braket-containers, src/braket_container.py, install_additional_requirements(): every
    // requirements.txt in the tree, one after the other, and nobody looks whether pip succeeds.
    if (files.size() > 1)
        warnings.append({WarningKind::SeveralRequirements, QStringLiteral("V17"), Severity::Warning, files.first(),
                         ArchiveText::tr("All %n requirements.txt files are installed, one after the other, wherever "
                                         "they lie: %1.",
                                         nullptr, int(files.size()))
                             .arg(files.mid(0, 5).join(u", "))});
    else if (files.size() == 1 && python::tidyPath(files.first()).count(u'/') > 1)
        warnings.append({WarningKind::RequirementsNotAtTop, QStringLiteral("V17"), Severity::Info, files.first(),
                         ArchiveText::tr("%1 is installed although it lies deep in the tree: the container takes every "
                                         "requirements.txt that it finds.")
                             .arg(files.first())});
}

} // namespace braketeer::archive::checks
