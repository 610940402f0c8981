#include "archive/checks/families.h"
#include "archive/python/modules.h"

#include <QSet>

#include <algorithm>

namespace braketeer::archive::checks {
namespace {

// Linux' own limits.
constexpr qsizetype longestPath = 4095;
constexpr qsizetype longestPart = 255;

bool leadsUpwards(const QString &path)
{
    return path.split(u'/').contains(QStringLiteral(".."));
}

/// Whether what a link says leads out of the archive, seen from the link.
bool leadsOut(const ArchiveMember &member)
{
    if (member.target.startsWith(u'/'))
        return true;
    const bool hard = member.type == MemberType::HardLink; // named from the top of the archive
    qsizetype depth = hard ? 0 : member.path.count(u'/');
    const QStringList parts = member.target.split(u'/');
    for (const QString &part : parts) {
        if (part == u"..")
            --depth;
        else if (!part.isEmpty() && part != u".")
            ++depth;
        if (depth < 0)
            return true;
    }
    return false;
}

bool isTooLong(const QByteArray &path)
{
    if (path.size() > longestPath)
        return true;
    const auto parts = path.split('/');
    return std::ranges::any_of(parts, [](const QByteArray &part) { return part.size() > longestPart; });
}

bool isSpecial(MemberType type)
{
    return type == MemberType::Device || type == MemberType::Fifo || type == MemberType::Socket
           || type == MemberType::Other;
}

} // namespace

void members(const ArchiveContents &contents, Warnings &warnings)
{
    Group absolute(WarningKind::AbsolutePath, "V16", Severity::Error);
    Group upwards(WarningKind::ParentPath, "V16", Severity::Error);
    Group outside(WarningKind::LinkOutside, "V16", Severity::Error);
    Group inside(WarningKind::LinkInside, "V16", Severity::Warning);
    Group special(WarningKind::SpecialFile, "V16", Severity::Error);
    Group twice(WarningKind::DuplicateName, "V16", Severity::Warning);
    Group notUtf8(WarningKind::NameNotUtf8, "V16", Severity::Warning);
    Group tooLong(WarningKind::NameTooLong, "V16", Severity::Error);
    QSet<QString> seen;
    for (const ArchiveMember &member : contents.members) {
        const bool link = member.type == MemberType::SymbolicLink || member.type == MemberType::HardLink;
        if (member.path.startsWith(u'/'))
            absolute.add(member.path);
        if (leadsUpwards(member.path))
            upwards.add(member.path);
        if (link)
            (leadsOut(member) ? outside : inside).add(member.path);
        if (isSpecial(member.type))
            special.add(member.path);
        if (member.path.toUtf8() != member.rawPath)
            notUtf8.add(member.path);
        if (isTooLong(member.rawPath))
            tooLong.add(member.path.left(60));
        if (const QString tidy = python::tidyPath(member.path); member.type != MemberType::Folder && !tidy.isEmpty()) {
            if (seen.contains(tidy))
                twice.add(member.path);
            seen.insert(tidy);
        }
    }
    absolute.say(ArchiveText::tr("“%1” is an absolute path: it would be unpacked outside the job's folder."), warnings);
    upwards.say(ArchiveText::tr("“%1” leads upwards with “..”: it would be unpacked outside the job's folder."),
                warnings);
    outside.say(ArchiveText::tr("“%1” is a link that leads out of the archive, to something that the container does "
                                "not have."),
                warnings);
    inside.say(contents.format == Format::Zip
                   ? ArchiveText::tr("“%1” is a link, and Python unpacks links in a zip as small text files.")
                   : ArchiveText::tr("“%1” is a link to another member; a copy in its place works everywhere."),
               warnings);
    special.say(ArchiveText::tr("“%1” is no file but a device, a pipe or a socket."), warnings);
    twice.say(ArchiveText::tr("“%1” is in the archive twice: the later one stands when it is unpacked."), warnings);
    notUtf8.say(ArchiveText::tr("The name of “%1” is not written in UTF-8: it is unpacked under another name than it "
                                "had."),
                warnings);
    tooLong.say(ArchiveText::tr("The name “%1…” is longer than Linux allows: it cannot be unpacked."), warnings);
}

} // namespace braketeer::archive::checks
