#include "archive/looking.h"
#include "archive/tools.h"
#include "archive/wanted.h"
#include "archive/zip/directory.h"
#include "archive/zip/fields.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace braketeer::archive {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

constexpr qint64 localHeaderSize = 30;

/// The end of a zip without a directory, so that a reader is content with the one member before it.
constexpr QByteArrayView emptyEnd("PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);

template<class T>
void append(QByteArray &bytes, T number)
{
    const qsizetype at = bytes.size();
    bytes.resize(at + qsizetype(sizeof number));
    qToLittleEndian(number, bytes.data() + at);
}

/// A local header with what the directory says: the one in the file may leave sizes out, and may have another name.
QByteArray headerOf(const zip::Entry &entry)
{
    QByteArray header("PK\3\4");
    append<quint16>(header, 20);
    append<quint16>(header, 0);
    append<quint16>(header, entry.method);
    append<quint32>(header, 0);
    append<quint32>(header, entry.checksum);
    append<quint32>(header, quint32(entry.member.packedSize));
    append<quint32>(header, quint32(entry.member.size));
    append<quint16>(header, 1);
    append<quint16>(header, 0);
    return header + 'x';
}

/// A member's bytes as they lie in the archive. Null when its header is not where the directory says.
core::Result<std::optional<QByteArray>> packedBytes(const Source &source, const zip::Entry &entry)
{
    const auto header = source.read(entry.headerAt, localHeaderSize);
    if (!header)
        return core::fail(header.error());
    zip::Fields fields(*header);
    if (fields.bytes(4) != "PK\3\4")
        return std::nullopt;
    fields.skip(22);
    const quint16 name = fields.two();
    const quint16 extra = fields.two();
    const qint64 dataAt = entry.headerAt + localHeaderSize + name + extra;
    auto bytes = source.read(dataAt, entry.member.packedSize);
    if (!bytes)
        return core::fail(bytes.error());
    return bytes->size() == entry.member.packedSize ? std::optional(*bytes) : std::nullopt;
}

/// The member's text; null when it does not unpack to what the directory says.
core::Result<std::optional<QByteArray>> textOf(const Source &source, const zip::Entry &entry)
{
    const auto packed = packedBytes(source, entry);
    if (!packed)
        return core::fail(packed.error());
    if (!*packed)
        return std::nullopt;
    const auto tools = loadTools();
    if (!tools)
        return core::fail(tools.error());
    QByteArray text;
    bool given = false;
    const Visitor visitor{.pull = [&]() -> core::Result<QByteArray> {
                              return std::exchange(given, true) ? QByteArray()
                                                                : headerOf(entry).append(**packed).append(emptyEnd);
                          },
                          .member = [](const ArchiveMember &) { return Next::GoOn; },
                          .bytes =
                              [&](QByteArrayView bytes) {
                                  text.append(bytes);
                                  return text.size() <= entry.member.size ? Next::GoOn : Next::End;
                              }};
    const bool whole = (*tools)->read(Format::Zip, visitor).has_value();
    return whole && text.size() == entry.member.size ? std::optional(text) : std::nullopt;
}

} // namespace

core::Result<> lookIntoZip(const Source &source, const LookLimits &limits, const Stop &stop, ArchiveContents &contents)
{
    auto directory = zip::readDirectory(source, limits.members);
    if (!directory)
        return core::fail(directory.error());
    contents.damage = directory->damage;
    if (directory->truncated)
        stopLooking(contents, Text::tr("Only the first %1 members of the archive were looked at.").arg(limits.members));
    qint64 textLeft = limits.allTextBytes;
    for (zip::Entry &entry : directory->entries) {
        if (stop.stop_requested())
            return core::fail(stopped());
        ArchiveMember &member = entry.member;
        contents.unpackedSize += std::min(std::max<qint64>(member.size, 0),
                                          std::numeric_limits<qint64>::max() / 2 - contents.unpackedSize);
        const qint64 most = std::min<qint64>(limits.textBytes, textLeft);
        if (contents.damage.isEmpty() && isTextWanted(member.path) && member.type == MemberType::File
            && !member.encrypted && member.size <= most && member.packedSize <= most) {
            auto text = textOf(source, entry);
            if (!text)
                return core::fail(text.error());
            if (!*text)
                contents.damage = Text::tr("The member “%1” of the zip is damaged.").arg(member.path);
            member.text = std::move(*text);
            textLeft -= member.size;
        }
        contents.members.append(std::move(member));
    }
    return {};
}

} // namespace braketeer::archive
