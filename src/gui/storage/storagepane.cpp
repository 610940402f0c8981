#include "gui/storage/storagepane.h"

#include "gui/kit/icons.h"
#include "gui/storage/storageactions.h"
#include "gui/storage/storagebrowser.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

QStringList localFiles(const QMimeData &mime)
{
    QStringList paths;
    const QList<QUrl> urls = mime.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

/// Which rows an entry of the menu needs.
enum class Needs { Object, Rows, Place, Anything };

constexpr char needsProperty[] = "needs";

} // namespace

StoragePane::StoragePane(PlaceMemory &memory, QWidget *parent)
    : QWidget(parent)
    , m_browser(new StorageBrowser(memory, this))
    , m_actions(new StorageActions(*m_browser))
    , m_menu(new QMenu(this))
{
    setObjectName(u"storagePane"_s);
    setAccessibleName(tr("Amazon S3"));
    setAcceptDrops(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_browser);
    m_browser->setMultiSelect(true);
    makeMenu();
    connect(m_browser, &StorageBrowser::menuWanted, m_menu, [this](const QPoint &at) { m_menu->popup(at); });
    connect(m_browser, &StorageBrowser::objectActivated, m_actions, &StorageActions::previewObject);
    connect(m_actions, &StorageActions::uploadWanted, this, &StoragePane::uploadWanted);
    connect(m_actions, &StorageActions::downloadWanted, this, &StoragePane::downloadWanted);
    connect(m_actions, &StorageActions::said, this, &StoragePane::said);
    connect(m_actions, &StorageActions::failed, this, &StoragePane::failed);
}

StoragePane::~StoragePane() = default;

void StoragePane::addAction(const char *name, const QString &text, const QString &icon, const QKeySequence &keys,
                            void (StorageActions::*call)())
{
    QAction *const entry = m_menu->addAction(icon.isEmpty() ? QIcon() : themeIcon(icon), text);
    entry->setObjectName(QLatin1StringView(name));
    entry->setShortcut(keys);
    entry->setShortcutContext(Qt::WidgetShortcut);
    m_browser->objectsTable()->addAction(entry);
    m_browser->bucketsTable()->addAction(entry);
    connect(entry, &QAction::triggered, m_actions, call);
}

void StoragePane::makeMenu()
{
    m_menu->setObjectName(u"storageMenu"_s);
    addAction("storage.preview", tr("&Preview"), u"document-open"_s, {}, &StorageActions::preview);
    addAction("storage.download", tr("&Download…"), u"transfer-download"_s, {}, &StorageActions::download);
    m_menu->addSeparator();
    addAction("storage.copyuri", tr("&Copy URI"), u"edit-copy"_s, QKeySequence::Copy, &StorageActions::copyUri);
    addAction("storage.copyurl", tr("Copy U&RL"), {}, {}, &StorageActions::copyUrl);
    addAction("storage.copyarn", tr("Copy &ARN"), {}, {}, &StorageActions::copyArn);
    addAction("storage.presign", tr("Presigned UR&L…"), {}, {}, &StorageActions::presign);
    m_menu->addSeparator();
    addAction("storage.upload", tr("&Upload files…"), u"transfer-upload"_s, {}, &StorageActions::uploadFiles);
    addAction("storage.uploadfolder", tr("Upload a &folder…"), {}, {}, &StorageActions::uploadFolder);
    addAction("storage.newfolder", tr("&New folder…"), u"folder-new"_s, {}, &StorageActions::makeFolder);
    m_menu->addSeparator();
    addAction("storage.delete", tr("D&elete…"), u"edit-delete"_s, QKeySequence::Delete, &StorageActions::remove);
    addAction("storage.properties", tr("Proper&ties"), u"document-properties"_s, {}, &StorageActions::showProperties);
    const auto needs = [this](Needs what, std::initializer_list<const char *> names) {
        for (const char *name : names)
            m_menu->findChild<QAction *>(QLatin1StringView(name))->setProperty(needsProperty, int(what));
    };
    needs(Needs::Object, {"storage.preview", "storage.presign"});
    needs(Needs::Rows, {"storage.download", "storage.delete"});
    needs(Needs::Place, {"storage.upload", "storage.uploadfolder", "storage.newfolder"});
    needs(Needs::Anything, {"storage.copyuri", "storage.copyurl", "storage.copyarn", "storage.properties"});
    connect(m_menu, &QMenu::aboutToShow, this, &StoragePane::updateMenu);
    connect(m_browser, &StorageBrowser::selectionChanged, this, &StoragePane::updateMenu);
    m_browser->setMenu(m_menu);
    updateMenu();
}

void StoragePane::updateMenu()
{
    const bool objects = !m_browser->navigator().isInBuckets();
    const int count = m_browser->selectedCount();
    const auto current = m_browser->current();
    const QList<QAction *> entries = m_menu->actions();
    for (QAction *entry : entries) {
        switch (Needs(entry->property(needsProperty).toInt())) {
        case Needs::Object:
            entry->setEnabled(objects && count == 1 && current && !current->folder);
            break;
        case Needs::Rows:
            entry->setEnabled(objects && count > 0);
            break;
        case Needs::Place:
            entry->setEnabled(m_actions->canUpload());
            break;
        case Needs::Anything:
            entry->setEnabled(count > 0);
            break;
        }
    }
}

void StoragePane::setAccess(const std::shared_ptr<const StorageAccess> &access)
{
    m_browser->setAccess(access);
    if (isVisible())
        m_browser->start();
}

QWidget *StoragePane::rows() const
{
    return m_browser;
}

void StoragePane::focusPath()
{
    m_browser->focusPath();
}

void StoragePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_browser->start();
}

void StoragePane::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_actions->canUpload() && !localFiles(*event->mimeData()).isEmpty()) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
    }
}

void StoragePane::dropEvent(QDropEvent *event)
{
    const QStringList paths = localFiles(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_actions->uploadDropped(paths);
}

} // namespace braketeer::gui
