#include "archive/source.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <memory>

namespace braketeer::archive {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

core::Result<QByteArray> readFile(QFile &file, qint64 offset, qint64 length)
{
    if (file.seek(offset)) {
        QByteArray bytes(length, Qt::Uninitialized);
        const qint64 got = file.read(bytes.data(), length);
        if (got >= 0) {
            bytes.truncate(got);
            return bytes;
        }
    }
    return core::fail(Error::Kind::Usage, Text::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()));
}

/// The last few blocks of a source.
class Blocks
{
public:
    explicit Blocks(Source source) : m_source(std::move(source)) { }

    core::Result<QByteArray> read(qint64 offset, qint64 length)
    {
        QByteArray bytes;
        while (bytes.size() < length) {
            const qint64 at = offset + bytes.size();
            const auto block = blockAt(at / blockSize);
            if (!block)
                return core::fail(block.error());
            const qint64 inBlock = at % blockSize;
            if (inBlock >= block->size())
                break;
            bytes += block->sliced(inBlock, std::min(length - bytes.size(), block->size() - inBlock));
        }
        return bytes;
    }

private:
    static constexpr qint64 blockSize = 256 << 10;
    static constexpr qsizetype mostBlocks = 16;

    core::Result<QByteArray> blockAt(qint64 number)
    {
        for (qsizetype i = 0; i < m_blocks.size(); ++i) {
            if (m_blocks[i].number == number) {
                m_blocks.move(i, m_blocks.size() - 1);
                return m_blocks.last().bytes;
            }
        }
        auto bytes = m_source.read(number * blockSize, blockSize);
        if (!bytes)
            return bytes;
        if (m_blocks.size() == mostBlocks)
            m_blocks.removeFirst();
        m_blocks.append({number, *bytes});
        return bytes;
    }

    struct Block
    {
        qint64 number;
        QByteArray bytes;
    };

    const Source m_source;
    QList<Block> m_blocks; ///< the one used last is the last
};

} // namespace

core::Result<Source> fileSource(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return core::fail(Error::Kind::Usage, Text::tr("There is no file %1.").arg(path));
    if (!info.isFile())
        return core::fail(Error::Kind::Usage, Text::tr("%1 is no file.").arg(path));
    const auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return core::fail(Error::Kind::Usage, Text::tr("%1 cannot be read: %2.").arg(path, file->errorString()));
    return Source{info.fileName(), file->size(),
                  [file](qint64 offset, qint64 length) { return readFile(*file, offset, length); }};
}

Source buffered(Source source)
{
    const auto blocks = std::make_shared<Blocks>(source);
    source.read = [blocks](qint64 offset, qint64 length) { return blocks->read(offset, length); };
    return source;
}

} // namespace braketeer::archive
