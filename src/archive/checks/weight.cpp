#include "archive/checks/families.h"
#include "archive/ignore/builtin.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::archive::checks {
namespace {

constexpr qint64 large = 300LL << 20;
constexpr int many = 20'000;
constexpr qint64 suspiciousRatio = 200;
constexpr qint64 fairUnpacked = 64LL << 20; ///< below it the ratio says nothing

/// What makes an archive heavier than its script.
struct Ballast
{
    Group control{WarningKind::VersionControlInside, "V19", Severity::Warning};
    Group environment{WarningKind::VirtualEnvironmentInside, "V19", Severity::Warning};
    Group caches{WarningKind::CachesInside, "V19", Severity::Info};
    Group checkpoints{WarningKind::CheckpointsInside, "V19", Severity::Warning};

    void sort(const ArchiveMember &member)
    {
        const QStringList parts = member.path.split(u'/');
        for (const QString &part : parts) {
            if (const auto reason = ignore::builtinReason(part.toUtf8())) {
                (*reason == IgnoreReason::VersionControl ? control : caches).add(member.path);
                return;
            }
        }
        const auto isMark = [&](const char *mark) { return parts.last() == QLatin1StringView(mark); };
        if (parts.contains("site-packages"_L1) || std::ranges::any_of(ignore::environmentMarks, isMark))
            environment.add(member.path);
        else if (isCheckpoint(parts))
            checkpoints.add(member.path);
    }

    static bool isCheckpoint(const QStringList &parts)
    {
        const QString &name = parts.last();
        return name.endsWith(".ckpt"_L1) || name.endsWith(".pt"_L1) || name.endsWith(".pth"_L1)
               || name.endsWith(".safetensors"_L1)
               || (parts.size() > 1 && parts.first(parts.size() - 1).contains("checkpoints"_L1));
    }
};

bool isHuge(qint64 size)
{
    return size > large;
}

} // namespace

void weight(const ArchiveContents &contents, Warnings &warnings)
{
    Ballast ballast;
    for (const ArchiveMember &member : contents.members)
        ballast.sort(member);
    const auto say = [&](WarningKind kind, Severity severity, const QString &message) {
        warnings.append({kind, u"V19"_s, severity, {}, message});
    };
    if (contents.truncated)
        say(WarningKind::NotLookedAtWhole, Severity::Info, contents.stopped);
    if (isHuge(contents.packedSize) || isHuge(contents.unpackedSize))
        say(WarningKind::TooLarge, Severity::Warning,
            ArchiveText::tr(
                "The archive is large for a script (%1 unpacked): data belongs into an input channel, where "
                "it is not unpacked at every start.")
                .arg(QLocale().formattedDataSize(contents.unpackedSize)));
    if (contents.packedSize > 0 && contents.unpackedSize > fairUnpacked
        && contents.unpackedSize / suspiciousRatio > contents.packedSize)
        say(WarningKind::HighRatio, Severity::Warning,
            ArchiveText::tr("The archive unpacks to %1 times its size, as archives do that are made to fill a disk.")
                .arg(contents.unpackedSize / contents.packedSize));
    if (contents.members.size() > many)
        say(WarningKind::TooManyMembers, Severity::Warning,
            ArchiveText::tr("The archive has %1 members: unpacking them takes long, and most of them are hardly the "
                            "script's.")
                .arg(contents.members.size()));
    ballast.control.say(ArchiveText::tr("“%1” belongs to version control, and no job needs it."), warnings);
    ballast.environment.say(ArchiveText::tr("“%1” belongs to a virtual environment, which works only where it was "
                                            "made: name packages in requirements.txt instead."),
                            warnings);
    ballast.caches.say(ArchiveText::tr("“%1” is a cache, and no job needs it."), warnings);
    ballast.checkpoints.say(ArchiveText::tr("“%1” looks like a checkpoint of a model: an input channel or the job's "
                                            "checkpoint place is meant for it."),
                            warnings);
}

} // namespace braketeer::archive::checks
