#include "archive/checks/families.h"

#include <algorithm>

namespace braketeer::archive::checks {
namespace {

using Endings = std::initializer_list<QStringView>;

bool endsWith(const QString &name, Endings endings)
{
    return std::ranges::any_of(endings, [&](QStringView ending) { return name.endsWith(ending); });
}

/// What a name must end with for the container to unpack it. Source: Python 3.12, shutil.unpack_archive().
bool fits(const QString &name, Format format)
{
    switch (format) {
    case Format::TarGz:
        return endsWith(name, {u".tar.gz", u".tgz"});
    case Format::Tar:
        return endsWith(name, {u".tar"});
    case Format::Zip:
        return endsWith(name, {u".zip"});
    case Format::OtherArchive:
        return endsWith(name, {u".tar.bz2", u".tbz2", u".tar.xz", u".txz"});
    case Format::PythonFile:
    case Format::Unknown:
        break;
    }
    return true;
}

} // namespace

void form(const ArchiveContents &contents, Warnings &warnings)
{
    const auto say = [&](WarningKind kind, Severity severity, const QString &message) {
        warnings.append({kind, QStringLiteral("V15"), severity, {}, message});
    };
    if (!contents.damage.isEmpty())
        say(WarningKind::Damaged, Severity::Error,
            contents.damage + u' ' + ArchiveText::tr("The container could not unpack it: make it anew."));
    if (!contents.name.isEmpty() && !fits(contents.name, contents.format))
        say(WarningKind::WrongName, Severity::Error,
            ArchiveText::tr("“%1” is not what its name says, and the container unpacks by the name: give it the ending "
                            "of what it is (.tar.gz, .tar or .zip).")
                .arg(contents.name));
    if (contents.format == Format::Tar || contents.format == Format::Zip || contents.format == Format::OtherArchive)
        say(WarningKind::NotGzip, Severity::Warning,
            ArchiveText::tr("The archive is no .tar.gz, the only kind that Braket's documentation names: Braketeer can "
                            "pack the folder again."));
    Group encrypted(WarningKind::Encrypted, "V15", Severity::Error);
    for (const ArchiveMember &member : contents.members) {
        if (member.encrypted)
            encrypted.add(member.path);
    }
    encrypted.say(ArchiveText::tr("“%1” is encrypted, and the container has no password."), warnings);
}

} // namespace braketeer::archive::checks
