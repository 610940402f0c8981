#include "archive/zip/directory.h"

#include "archive/zip/fields.h"
#include "archive/zip/name.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::archive::zip {
namespace {

using core::Error;

constexpr qint64 endSize = 22;
constexpr qint64 longestComment = 0xffff;
constexpr qint64 locatorSize = 20;
constexpr qint64 largestDirectory = 64LL << 20;
constexpr quint32 unknown32 = 0xffffffff; ///< the number is in the zip64 field
constexpr quint16 unixSystem = 3;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

/// Where the directory is, as the end record (or its zip64 form) has it.
struct Place
{
    qint64 offset = 0;
    qint64 size = 0;
    quint64 count = 0;
    qint64 endAt = 0; ///< where the record that said so starts
};

tl::unexpected<Error> noDirectory(const Source &source)
{
    return core::fail(Error::Kind::Usage,
                      Text::tr("%1 is damaged: the directory at the end of the zip is missing, as when a transfer "
                               "broke off.")
                          .arg(source.name));
}

/// The position of the end record in the last bytes; -1: none. Its comment must reach the end of the file, so that the
/// same four bytes in a comment are not taken for it.
qsizetype findEnd(QByteArrayView tail)
{
    for (qsizetype at = tail.lastIndexOf("PK\5\6"); at >= 0;
         at = at > 0 ? tail.first(at + 3).lastIndexOf("PK\5\6") : -1) {
        if (at + endSize > tail.size())
            continue;
        const quint16 comment = qFromLittleEndian<quint16>(tail.data() + at + 20);
        if (at + endSize + comment == tail.size())
            return at;
    }
    return -1;
}

core::Result<Place> readZip64(const Source &source, qint64 locatorAt)
{
    const auto locator = source.read(locatorAt, locatorSize);
    if (!locator)
        return core::fail(locator.error());
    Fields fields(*locator);
    fields.skip(8);
    const qint64 at = qint64(fields.eight());
    if (!fields.good() || at < 0 || at > source.size - 56)
        return noDirectory(source);
    const auto record = source.read(at, 56);
    if (!record)
        return core::fail(record.error());
    if (!record->startsWith("PK\6\6"))
        return noDirectory(source);
    Fields end(*record);
    end.skip(4 + 8 + 2 + 2 + 4 + 4 + 8);
    Place place;
    place.count = end.eight();
    place.size = qint64(end.eight());
    place.offset = qint64(end.eight());
    place.endAt = at;
    return place;
}

core::Result<Place> findDirectory(const Source &source)
{
    const qint64 tailSize = std::min(source.size, endSize + longestComment);
    const qint64 tailAt = source.size - tailSize;
    const auto tail = source.read(tailAt, tailSize);
    if (!tail)
        return core::fail(tail.error());
    const qsizetype at = findEnd(*tail);
    if (at < 0)
        return noDirectory(source);
    Fields fields(QByteArrayView(*tail).sliced(at + 10));
    Place place;
    place.count = fields.two();
    place.size = fields.four();
    place.offset = fields.four();
    place.endAt = tailAt + at;
    if (at >= locatorSize && QByteArrayView(*tail).sliced(at - locatorSize).startsWith("PK\6\7"))
        return readZip64(source, place.endAt - locatorSize);
    return place;
}

/// Numbers that do not fit 32 bits stand in a field of their own, in this order and only where they are needed.
void readZip64Field(Fields extra, Entry &entry)
{
    while (!extra.atEnd()) {
        const quint16 id = extra.two();
        const QByteArrayView field = extra.bytes(extra.two());
        if (id != 1)
            continue;
        Fields numbers(field);
        for (qint64 *number : {&entry.member.size, &entry.member.packedSize, &entry.headerAt}) {
            if (*number == unknown32)
                *number = qint64(numbers.eight());
        }
    }
}

MemberType typeOf(const ArchiveMember &member, quint16 madeBy, quint32 attributes)
{
    if (member.rawPath.endsWith('/'))
        return MemberType::Folder;
    if (madeBy >> 8 != unixSystem)
        return MemberType::File;
    switch (attributes >> 28) { // the file type of a Unix mode
    case 0xa:
        return MemberType::SymbolicLink;
    case 0x2:
    case 0x6:
        return MemberType::Device;
    case 0x1:
        return MemberType::Fifo;
    case 0xc:
        return MemberType::Socket;
    case 0x4:
        return MemberType::Folder;
    default:
        return MemberType::File;
    }
}

/// The next entry; false when there is none.
bool readEntry(Fields &fields, Entry &entry)
{
    if (fields.bytes(4) != "PK\1\2")
        return false;
    const quint16 madeBy = fields.two();
    fields.skip(2);
    const quint16 flags = fields.two();
    entry.method = fields.two();
    fields.skip(4);
    entry.checksum = fields.four();
    ArchiveMember &member = entry.member;
    member.packedSize = fields.four();
    member.size = fields.four();
    const quint16 nameLength = fields.two();
    const quint16 extraLength = fields.two();
    const quint16 commentLength = fields.two();
    fields.skip(4);
    const quint32 attributes = fields.four();
    entry.headerAt = fields.four();
    member.rawPath = fields.bytes(nameLength).toByteArray();
    readZip64Field(Fields(fields.bytes(extraLength)), entry);
    fields.skip(commentLength);
    const bool utf8 = flags & 0x800;
    member.path = utf8 ? QString::fromUtf8(member.rawPath) : fromCp437(member.rawPath);
    member.type = typeOf(member, madeBy, attributes);
    while (member.type == MemberType::Folder && member.path.size() > 1 && member.path.endsWith(u'/')) {
        member.path.chop(1);
        member.rawPath.chop(1);
    }
    member.encrypted = flags & 1;
    member.executable = madeBy >> 8 == unixSystem && (attributes >> 16 & 0100);
    return fields.good();
}

/// Whether the members lie behind one another before the directory.
bool overlap(const QList<Entry> &entries, qint64 directoryAt)
{
    QList<std::pair<qint64, qint64>> ranges;
    ranges.reserve(entries.size());
    for (const Entry &entry : entries) {
        if (entry.headerAt < 0 || entry.member.packedSize < 0 || entry.member.size < 0
            || entry.member.packedSize > directoryAt || entry.headerAt > directoryAt - entry.member.packedSize)
            return true;
        ranges.append({entry.headerAt, entry.headerAt + 30 + entry.member.packedSize});
    }
    std::ranges::sort(ranges);
    for (qsizetype i = 1; i < ranges.size(); ++i) {
        if (ranges[i].first < ranges[i - 1].second)
            return true;
    }
    return false;
}

} // namespace

core::Result<Directory> readDirectory(const Source &source, qsizetype mostEntries)
{
    const auto place = findDirectory(source);
    if (!place)
        return core::fail(place.error());
    // What stands before the first member (a program that unpacks itself) moves all offsets.
    const qint64 before = place->endAt - place->size - place->offset;
    if (place->size < 0 || place->offset < 0 || place->size > place->endAt || before < 0)
        return noDirectory(source);
    if (place->size > largestDirectory)
        return core::fail(Error::Kind::Usage, Text::tr("The directory of %1 is too large.").arg(source.name));
    const qint64 directoryAt = place->endAt - place->size;
    const auto bytes = source.read(directoryAt, place->size);
    if (!bytes)
        return core::fail(bytes.error());
    Directory directory;
    Fields fields(*bytes);
    while (!fields.atEnd()) {
        Entry entry;
        if (!readEntry(fields, entry))
            break;
        if (directory.entries.size() >= mostEntries) {
            directory.truncated = true;
            break;
        }
        entry.headerAt += before;
        directory.entries.append(std::move(entry));
    }
    if (!directory.truncated && quint64(directory.entries.size()) != place->count)
        directory.damage = Text::tr("The directory of the zip is damaged: it should have %1 members, and %2 can be "
                                    "read.")
                               .arg(place->count)
                               .arg(directory.entries.size());
    else if (overlap(directory.entries, directoryAt))
        directory.damage = Text::tr("Members of the zip lie over one another, as in archives that are made to fill a "
                                    "disk.");
    return directory;
}

} // namespace braketeer::archive::zip
