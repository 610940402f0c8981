#pragma once

#include "gui/storage/listingmodel.h"
#include "gui/storage/storageaccess.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace braketeer::gui {

class PlaceMemory;
class StorageActions;
class StorageBrowser;

/// S3 in a dock: the browser with everything that can be done to what it shows. Objects are dragged out of it as
/// `s3://` URIs, files are dropped into it.
///
/// Moves no large bytes itself: transfers are asked for by signals.
class StoragePane final : public QWidget
{
    Q_OBJECT
public:
    /// `memory` outlives the pane.
    explicit StoragePane(PlaceMemory &memory, QWidget *parent = nullptr);
    ~StoragePane() override;

    void setAccess(const std::shared_ptr<const StorageAccess> &access);

    StorageBrowser &browser() { return *m_browser; }

    /// What the keyboard goes to.
    QWidget *rows() const;
    /// Puts the cursor into the line with the place.
    void focusPath();

Q_SIGNALS:
    /// A file is to be sent to this object.
    void uploadWanted(const QString &path, const braketeer::core::S3Uri &place);
    /// An object is to be fetched into this file; `replace`: one that is there may go.
    void downloadWanted(const braketeer::core::S3Uri &place, const QString &path, bool replace);
    /// Something was put on the clipboard or done: for the status line.
    void said(const QString &sentence);
    void failed(const braketeer::core::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeMenu();
    void updateMenu();
    void addAction(const char *name, const QString &text, const QString &icon, const QKeySequence &keys,
                   void (StorageActions::*call)());

    StorageBrowser *m_browser;
    StorageActions *m_actions;
    QMenu *m_menu;
};

} // namespace braketeer::gui
