#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QTableView;
QT_END_NAMESPACE

namespace braketeer::gui {

class StorageNavigator;

/// Goes to rows that may not be loaded yet: the one of a key, or the very last.
class RowSeeker final : public QObject
{
public:
    /// The tables show the navigator's models.
    RowSeeker(StorageNavigator &navigator, QTableView &buckets, QTableView &objects, QObject *parent);

    /// Selects this object or folder (by its key) or bucket (by its name) as soon as its row is there.
    void seek(const QString &key);
    /// Loads all rows, then goes to the last.
    void seekLast();
    /// Another place: nothing is sought any more.
    void forget();
    void goTo(int row);

private:
    QTableView &table() const;
    void proceed();

    StorageNavigator &m_navigator;
    QTableView &m_buckets;
    QTableView &m_objects;
    QString m_key;
    bool m_last = false;
};

} // namespace braketeer::gui
