#pragma once

#include "gui/storage/storagenavigator.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QMenu;
class QTableView;
QT_END_NAMESPACE

namespace Ui {
class StorageBrowser;
} // namespace Ui

namespace braketeer::gui {

class PlaceMemory;
class RowSeeker;
class SelectionKeeper;
class TermsChooser;

/// S3 to look through: the line with the place, the rows, and what there is to say about them. The pane and the picker
/// are made of it.
///
/// Nothing is asked of the network before start() or the first go().
class StorageBrowser final : public QWidget
{
    Q_OBJECT
public:
    /// `memory` outlives the browser.
    explicit StorageBrowser(PlaceMemory &memory, QWidget *parent = nullptr);
    ~StorageBrowser() override;

    /// Null: there is no session, and the empty state says so.
    void setAccess(const std::shared_ptr<const StorageAccess> &access);
    /// Shows the list of buckets unless something is shown already.
    void start();

    StorageNavigator &navigator() { return m_navigator; }

    /// Several rows at once, or one.
    void setMultiSelect(bool multi);
    /// The selected rows; buckets are folders with an empty key. At most `most` of them.
    QList<ListedObject> selected(int most = 1'000'000) const;
    int selectedCount() const;
    /// The first of them.
    std::optional<ListedObject> current() const;
    void selectKey(const QString &key);
    /// The same menu by a button at the end of the first line.
    void setMenu(QMenu *menu);
    void focusPath();
    void focusRows();

    QTableView *objectsTable() const;
    QTableView *bucketsTable() const;

Q_SIGNALS:
    /// Enter or a double click on an object; folders and buckets are entered by the browser itself.
    void objectActivated(const braketeer::gui::ListedObject &object);
    void selectionChanged();
    void menuWanted(const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void prepareTable(QTableView &table, QAbstractItemModel &model);
    void connectControls();
    void activate(const QModelIndex &index);
    void leaveLine(QObject *line);
    void openLine(QObject *line);
    bool act(int key, QObject *watched);
    void showPlace();
    void showState();
    void showOffers();
    void showPage(QWidget *page);
    void showCount();
    QString emptyText() const;
    void updateBookmark();
    bool hasRows() const;
    QTableView *table() const;

    const std::unique_ptr<Ui::StorageBrowser> m_ui;
    PlaceMemory &m_memory;
    StorageNavigator m_navigator;
    SelectionKeeper *m_keeper = nullptr;
    RowSeeker *m_seeker = nullptr;
    TermsChooser *m_terms = nullptr;
};

} // namespace braketeer::gui
