#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

namespace braketeer::gui {

/// The objects of one listing, packed: a million rows in a few tens of bytes each beside their names.
///
/// Names are UTF-8 without the prefix they share, in blocks that never move. Rows are numbered in the order in which
/// they came and are only ever added.
class ObjectArena final
{
public:
    /// False when it can take no more: a name beyond 64 KiB, or 4 GiB of names.
    bool append(QByteArrayView name, bool folder, qint64 size, const QDateTime &modified, const QString &storageClass);

    qsizetype count() const { return qsizetype(m_rows.size()); }

    /// UTF-8; valid as long as the arena.
    QByteArrayView name(qsizetype row) const;

    bool isFolder(qsizetype row) const { return m_rows[size_t(row)].folder; }

    /// Bytes; 0 for a folder.
    qint64 size(qsizetype row) const { return m_rows[size_t(row)].size; }

    /// Seconds since 1970 in UTC; 0 where it is not known.
    qint64 modifiedSeconds(qsizetype row) const { return m_rows[size_t(row)].modified; }

    /// UTC; invalid where it is not known.
    QDateTime modified(qsizetype row) const;
    const QString &storageClass(qsizetype row) const;
    /// Memory in bytes, names and rows together.
    qsizetype bytes() const;

private:
    struct Row
    {
        qint64 size;
        quint32 modified; ///< seconds since 1970, good until 2106
        quint32 place;    ///< block in the upper, start in the lower half
        quint16 length;
        quint8 storageClass; ///< index into m_classes
        bool folder;
    };

    quint8 classIndex(const QString &storageClass);

    std::deque<Row> m_rows;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    qsizetype m_used = 0; ///< of the last block
    std::vector<QString> m_classes;
};

} // namespace braketeer::gui
