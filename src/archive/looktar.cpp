#include "archive/looking.h"
#include "archive/tools.h"
#include "archive/wanted.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace braketeer::archive {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

constexpr qint64 firstPull = 512 << 10;
constexpr qint64 mostPull = 4 << 20;        ///< each pull is a request where the source is in S3
constexpr qint64 fairUnpacked = 16LL << 20; ///< below it the ratio says nothing
constexpr qint64 allNameBytes = 32LL << 20;

QString inWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

class TarLook
{
public:
    TarLook(const Source &source, const QByteArray &start, const LookLimits &limits, const Stop &stop,
            ArchiveContents &contents)
        : m_source(source), m_start(start), m_limits(limits), m_stop(stop), m_contents(contents)
    {
    }

    core::Result<> run()
    {
        const auto tools = loadTools();
        if (!tools)
            return core::fail(tools.error());
        const Visitor visitor{.pull = [this] { return pull(); },
                              .member = [this](ArchiveMember member) { return take(std::move(member)); },
                              .bytes = [this](QByteArrayView bytes) { return count(bytes); }};
        auto read = (*tools)->read(m_contents.format, visitor);
        if (read || m_contents.truncated)
            return {};
        if (m_pullFailed || m_stop.stop_requested())
            return read;
        if (m_contents.members.isEmpty())
            return core::fail(
                Error::Kind::Usage,
                Text::tr("%1 cannot be read as a tar archive: %2.").arg(m_source.name, read.error().message));
        m_contents.damage = Text::tr("The archive is damaged after “%1”: %2.")
                                .arg(m_contents.members.last().path, read.error().message);
        return {};
    }

private:
    core::Result<QByteArray> pull()
    {
        if (m_stop.stop_requested())
            return core::fail(stopped());
        if (m_packed >= m_limits.packedBytes && m_packed < m_source.size) {
            limit(Text::tr("Only the first %1 of the archive were looked at.").arg(inWords(m_packed)));
            return core::fail(stopped());
        }
        if (m_packed == 0) {
            m_packed = m_start.size();
            return m_start;
        }
        auto bytes = m_source.read(m_packed, std::min(m_pullSize, m_limits.packedBytes - m_packed + 1));
        m_pullFailed = !bytes;
        if (bytes)
            m_packed += bytes->size();
        m_pullSize = std::min(m_pullSize * 2, mostPull);
        return bytes;
    }

    Next limit(const QString &why)
    {
        stopLooking(m_contents, why);
        return Next::End;
    }

    Next take(ArchiveMember member)
    {
        if (m_contents.members.size() >= m_limits.members)
            return limit(Text::tr("Only the first %1 members of the archive were looked at.").arg(m_limits.members));
        m_names += member.rawPath.size() + member.target.size();
        if (m_names > allNameBytes)
            return limit(Text::tr("The names in the archive are so long that not all were looked at."));
        m_contents.unpackedSize += member.size;
        m_readsText = isTextWanted(member.path) && member.type == MemberType::File
                      && member.size <= std::min<qint64>(m_limits.textBytes, m_limits.allTextBytes - m_text);
        if (m_readsText)
            member.text.emplace();
        m_contents.members.append(std::move(member));
        return Next::GoOn;
    }

    Next count(QByteArrayView bytes)
    {
        if (m_stop.stop_requested())
            return Next::End;
        m_unpacked += bytes.size();
        if (m_unpacked > m_limits.unpackedBytes)
            return limit(Text::tr("Only the first %1 of what the archive unpacks to were looked at.")
                             .arg(inWords(m_limits.unpackedBytes)));
        if (m_unpacked > fairUnpacked && m_unpacked / m_limits.ratio > m_packed)
            return limit(Text::tr("The archive unpacks to more than %1 times its size, as archives do that are made to "
                                  "fill a disk; looking at it was given up.")
                             .arg(m_limits.ratio));
        if (m_readsText) {
            m_contents.members.last().text->append(bytes);
            m_text += bytes.size();
        }
        return Next::GoOn;
    }

    const Source &m_source;
    const QByteArray &m_start;
    const LookLimits &m_limits;
    const Stop &m_stop;
    ArchiveContents &m_contents;
    qint64 m_pullSize = firstPull;
    qint64 m_packed = 0;
    qint64 m_unpacked = 0;
    qint64 m_text = 0;
    qint64 m_names = 0;
    bool m_readsText = false;
    bool m_pullFailed = false;
};

} // namespace

core::Result<> lookIntoTar(const Source &source, const QByteArray &start, const LookLimits &limits, const Stop &stop,
                           ArchiveContents &contents)
{
    return TarLook(source, start, limits, stop, contents).run();
}

} // namespace braketeer::archive
