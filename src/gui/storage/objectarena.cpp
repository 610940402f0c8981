#include "gui/storage/objectarena.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace braketeer::gui {
namespace {

constexpr qsizetype blockSize = 0x10000;
constexpr size_t mostBlocks = 0x10000;

} // namespace

bool ObjectArena::append(QByteArrayView name, bool folder, qint64 size, const QDateTime &modified,
                         const QString &storageClass)
{
    if (name.size() > std::numeric_limits<quint16>::max())
        return false;
    if (m_blocks.empty() || m_used + name.size() > blockSize) {
        if (m_blocks.size() == mostBlocks)
            return false;
        m_blocks.push_back(std::make_unique<char[]>(size_t(blockSize)));
        m_used = 0;
    }
    // A name that begins where a block ends is empty: its start must still fit in half a word.
    const qsizetype start = name.isEmpty() ? 0 : m_used;
    if (!name.isEmpty())
        std::memcpy(m_blocks.back().get() + start, name.data(), size_t(name.size()));
    m_used += name.size();
    const qint64 seconds = modified.isValid() ? modified.toSecsSinceEpoch() : 0;
    m_rows.push_back({size, quint32(std::clamp<qint64>(seconds, 0, std::numeric_limits<quint32>::max())),
                      quint32((m_blocks.size() - 1) << 16 | size_t(start)), quint16(name.size()),
                      classIndex(storageClass), folder});
    return true;
}

quint8 ObjectArena::classIndex(const QString &storageClass)
{
    const auto known = std::find(m_classes.cbegin(), m_classes.cend(), storageClass);
    if (known != m_classes.cend())
        return quint8(known - m_classes.cbegin());
    // S3 has a dozen; a server that invents hundreds gets the last one for all.
    if (m_classes.size() <= std::numeric_limits<quint8>::max())
        m_classes.push_back(storageClass);
    return quint8(m_classes.size() - 1);
}

QByteArrayView ObjectArena::name(qsizetype row) const
{
    const Row &at = m_rows[size_t(row)];
    return QByteArrayView(m_blocks[at.place >> 16].get() + (at.place & 0xffff), at.length);
}

QDateTime ObjectArena::modified(qsizetype row) const
{
    const quint32 seconds = m_rows[size_t(row)].modified;
    return seconds ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime();
}

const QString &ObjectArena::storageClass(qsizetype row) const
{
    return m_classes[m_rows[size_t(row)].storageClass];
}

qsizetype ObjectArena::bytes() const
{
    const size_t bytes = m_rows.size() * sizeof(Row) + m_blocks.size() * size_t(blockSize);
    return qsizetype(bytes);
}

} // namespace braketeer::gui
