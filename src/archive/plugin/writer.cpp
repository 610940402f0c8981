#include "archive/plugin/writer.h"

#include "archive/plugin/utf8locale.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <optional>

namespace braketeer::archive {
namespace {

struct Free
{
    void operator()(struct ::archive *writer) const { archive_write_free(writer); }

    void operator()(struct archive_entry *entry) const { archive_entry_free(entry); }
};

class TarGzWriter final : public ArchiveWriter
{
public:
    explicit TarGzWriter(std::function<core::Result<>(QByteArrayView)> sink) : m_sink(std::move(sink)) { }

    core::Result<> open()
    {
        struct ::archive *writer = m_writer.get();
        if (archive_write_add_filter_gzip(writer) != ARCHIVE_OK
            || archive_write_set_format_pax_restricted(writer) != ARCHIVE_OK
            || archive_write_set_options(writer, "gzip:compression-level=9,gzip:!timestamp") != ARCHIVE_OK
            || archive_write_set_bytes_in_last_block(writer, 1) != ARCHIVE_OK
            || archive_write_open(writer, this, nullptr, &TarGzWriter::pass, nullptr) != ARCHIVE_OK)
            return failure();
        return {};
    }

    core::Result<> add(const NewMember &member) override
    {
        const Utf8Locale locale;
        const std::unique_ptr<struct archive_entry, Free> entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), member.path.constData());
        archive_entry_set_filetype(entry.get(), member.folder ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry.get(), member.folder || member.executable ? 0755 : 0644);
        archive_entry_set_size(entry.get(), member.folder ? 0 : member.size);
        archive_entry_set_mtime(entry.get(), member.modified, 0);
        archive_entry_set_uid(entry.get(), 0);
        archive_entry_set_gid(entry.get(), 0);
        if (archive_write_header(m_writer.get(), entry.get()) != ARCHIVE_OK)
            return failure();
        return {};
    }

    core::Result<> write(QByteArrayView bytes) override
    {
        const la_ssize_t written = archive_write_data(m_writer.get(), bytes.data(), size_t(bytes.size()));
        if (written != bytes.size())
            return failure();
        return {};
    }

    core::Result<> finish() override
    {
        if (archive_write_close(m_writer.get()) != ARCHIVE_OK)
            return failure();
        return {};
    }

private:
    static la_ssize_t pass(struct ::archive *writer, void *data, const void *buffer, size_t size)
    {
        auto *self = static_cast<TarGzWriter *>(data);
        if (self->m_error)
            return -1; // libarchive flushes what it has when it is freed
        const auto taken = self->m_sink(QByteArrayView(static_cast<const char *>(buffer), qsizetype(size)));
        if (taken)
            return la_ssize_t(size);
        self->m_error = taken.error();
        archive_set_error(writer, EIO, "not written");
        return -1;
    }

    tl::unexpected<core::Error> failure() const
    {
        if (m_error)
            return core::fail(*m_error);
        const char *words = archive_error_string(m_writer.get());
        return core::fail(core::Error::Kind::Usage, QString::fromUtf8(words ? words : "unknown error"));
    }

    std::function<core::Result<>(QByteArrayView)> m_sink;
    std::optional<core::Error> m_error;
    const std::unique_ptr<struct ::archive, Free> m_writer{archive_write_new()};
};

} // namespace

core::Result<std::unique_ptr<ArchiveWriter>> makeTarGzWriter(std::function<core::Result<>(QByteArrayView)> sink)
{
    auto writer = std::make_unique<TarGzWriter>(std::move(sink));
    if (const auto opened = writer->open(); !opened)
        return core::fail(opened.error());
    return writer;
}

} // namespace braketeer::archive
