#include "archive/plugin/reader.h"

#include "archive/plugin/utf8locale.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>

namespace braketeer::archive {
namespace {

struct Free
{
    void operator()(struct ::archive *reader) const { archive_read_free(reader); }
};

using Reader = std::unique_ptr<struct ::archive, Free>;

/// What libarchive's callbacks know of the visitor.
struct Feed
{
    const Visitor &visitor;
    QByteArray bytes; ///< libarchive reads them until it asks again
    std::optional<core::Error> error = {};
};

la_ssize_t pull(struct ::archive *reader, void *data, const void **buffer)
{
    auto &feed = *static_cast<Feed *>(data);
    auto bytes = feed.visitor.pull();
    if (!bytes) {
        feed.error = bytes.error();
        archive_set_error(reader, EIO, "no more bytes");
        return ARCHIVE_FATAL;
    }
    feed.bytes = std::move(*bytes);
    *buffer = feed.bytes.constData();
    return feed.bytes.size();
}

core::Error damaged(struct ::archive *reader, const Feed &feed)
{
    if (feed.error)
        return *feed.error;
    core::Error error;
    error.kind = core::Error::Kind::Usage;
    const char *words = archive_error_string(reader);
    error.message = QString::fromUtf8(words ? words : "unknown error");
    return error;
}

MemberType typeOf(struct archive_entry *entry)
{
    if (archive_entry_hardlink(entry))
        return MemberType::HardLink;
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
        return MemberType::File;
    case AE_IFDIR:
        return MemberType::Folder;
    case AE_IFLNK:
        return MemberType::SymbolicLink;
    case AE_IFCHR:
    case AE_IFBLK:
        return MemberType::Device;
    case AE_IFIFO:
        return MemberType::Fifo;
    case AE_IFSOCK:
        return MemberType::Socket;
    default:
        return MemberType::Other;
    }
}

QByteArray nameOf(struct archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    if (!name)
        name = archive_entry_pathname_utf8(entry);
    return name ? QByteArray(name) : QByteArray();
}

ArchiveMember memberOf(struct archive_entry *entry)
{
    ArchiveMember member;
    member.type = typeOf(entry);
    member.rawPath = nameOf(entry);
    while (member.type == MemberType::Folder && member.rawPath.size() > 1 && member.rawPath.endsWith('/'))
        member.rawPath.chop(1);
    member.path = QString::fromUtf8(member.rawPath);
    member.size = archive_entry_size_is_set(entry) ? std::max<qint64>(archive_entry_size(entry), 0) : 0;
    member.executable = archive_entry_perm(entry) & 0100;
    member.encrypted = archive_entry_is_encrypted(entry);
    const char *target = member.type == MemberType::HardLink ? archive_entry_hardlink(entry)
                                                             : archive_entry_symlink(entry);
    member.target = QString::fromUtf8(target ? target : "");
    return member;
}

/// Goes through a member's bytes. True: all of them came by, or nobody wants more.
bool readBytes(struct ::archive *reader, const Visitor &visitor, Next &next)
{
    for (;;) {
        const void *buffer = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        const int code = archive_read_data_block(reader, &buffer, &size, &offset);
        if (code == ARCHIVE_EOF)
            return true;
        if (code != ARCHIVE_OK) // ARCHIVE_WARN: the checksum is wrong
            return false;
        next = visitor.bytes(QByteArrayView(static_cast<const char *>(buffer), qsizetype(size)));
        if (next == Next::End)
            return true;
    }
}

Reader makeReader(Format format)
{
    Reader reader(archive_read_new());
    if (format == Format::Zip) {
        archive_read_support_format_zip_streamable(reader.get());
        return reader;
    }
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_bzip2(reader.get());
    archive_read_support_filter_xz(reader.get());
    archive_read_support_format_tar(reader.get());
    return reader;
}

} // namespace

core::Result<> readMembers(Format format, const Visitor &visitor)
{
    const Utf8Locale locale;
    const Reader reader = makeReader(format);
    Feed feed{.visitor = visitor, .bytes = {}};
    if (archive_read_open(reader.get(), &feed, nullptr, pull, nullptr) != ARCHIVE_OK)
        return core::fail(damaged(reader.get(), feed));
    Next next = Next::GoOn;
    while (next == Next::GoOn) {
        struct archive_entry *entry = nullptr;
        const int code = archive_read_next_header(reader.get(), &entry);
        if (code == ARCHIVE_EOF)
            break;
        if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
            return core::fail(damaged(reader.get(), feed));
        next = visitor.member(memberOf(entry));
        if (next == Next::GoOn && !readBytes(reader.get(), visitor, next))
            return core::fail(damaged(reader.get(), feed));
    }
    return {};
}

} // namespace braketeer::archive
