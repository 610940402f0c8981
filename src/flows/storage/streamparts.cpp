#include "flows/storage/streamparts.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

using core::Error;

constexpr qint64 pieceBytes = qint64(256) * 1024;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StorageStream)
};

Error cannotHold(Error error)
{
    error.suggestion = Text::tr("Parts of a stream wait there until they are sent: make room, or name another folder "
                                "in the environment variable TMPDIR.");
    return error;
}

/// A file that no name leads to, and that is gone with its last owner.
core::Result<std::shared_ptr<const aws::BulkFile>> makeSpool()
{
    QTemporaryFile named(QDir::tempPath() + u"/braketeer-XXXXXX"_s);
    if (!named.open())
        return core::fail(cannotHold(aws::fileError(errno, named.fileTemplate())));
    auto file = aws::BulkFile::create(named.fileName());
    if (!file)
        return core::fail(cannotHold(file.error()));
    return file;
}

Error tooLong()
{
    Error error;
    error.kind = Error::Kind::Usage;
    error.message = Text::tr("The stream is longer than 5 TiB, which is all that an object can hold.");
    return error;
}

} // namespace

core::Task<> StreamParts::readAhead(std::shared_ptr<StreamParts> parts, core::CancelToken stop)
{
    if (!parts->m_ahead.isEmpty() || parts->m_ended)
        co_return core::Result<>();
    const auto piece = co_await parts->m_source(pieceBytes, stop);
    if (!piece)
        co_return core::fail(piece.error());
    parts->m_ahead = *piece;
    parts->m_ended = piece->isEmpty();
    if (parts->onRead)
        parts->onRead();
    co_return core::Result<>();
}

core::Task<aws::FileRange> StreamParts::next(std::shared_ptr<StreamParts> parts, qint64 length, core::CancelToken stop)
{
    const auto file = makeSpool();
    if (!file)
        co_return core::fail(file.error());
    aws::FileRange part{*file, 0, 0};
    for (;;) {
        const auto read = co_await readAhead(parts, stop);
        if (!read)
            co_return core::fail(read.error());
        if (parts->m_ended || part.length == length)
            break;
        const QByteArray piece = parts->m_ahead.first(std::min<qint64>(parts->m_ahead.size(), length - part.length));
        parts->m_ahead.remove(0, piece.size());
        if (const int problem = (*file)->writeAt(piece.constData(), piece.size(), part.length); problem != 0)
            co_return core::fail(cannotHold(aws::fileError(problem, QDir::tempPath())));
        parts->m_whole.add(piece);
        part.length += piece.size();
    }
    parts->m_taken += part.length;
    if (parts->m_taken > mostObjectBytes)
        co_return core::fail(tooLong());
    co_return part;
}

} // namespace braketeer::flows
