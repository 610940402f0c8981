#include "gui/storage/storageactions.h"

#include "flows/storage/address.h"
#include "flows/storage/keyrules.h"
#include "gui/storage/deletedialog.h"
#include "gui/storage/folderdownload.h"
#include "gui/storage/localfiles.h"
#include "gui/storage/presigndialog.h"
#include "gui/storage/previewdialog.h"
#include "gui/storage/propertiesdialog.h"
#include "gui/storage/storagebrowser.h"
#include "gui/storage/storagewords.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int mostCopied = 10'000;

template<class Dialog>
void openAlone(Dialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

StorageActions::StorageActions(StorageBrowser &browser) : QObject(&browser), m_browser(browser) { }

std::shared_ptr<const StorageAccess> StorageActions::access() const
{
    return m_browser.navigator().access();
}

QWidget *StorageActions::window() const
{
    return m_browser.window();
}

void StorageActions::copy(const std::function<QString(const core::S3Uri &)> &text)
{
    QStringList lines;
    for (const ListedObject &object : m_browser.selected(mostCopied))
        lines.append(text(object.place));
    if (lines.isEmpty() && !m_browser.navigator().isInBuckets())
        lines.append(text(m_browser.navigator().place()));
    if (lines.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    Q_EMIT said(lines.size() == 1 ? tr("Copied: %1").arg(lines.constFirst())
                                  : tr("Copied %n line(s).", nullptr, int(lines.size())));
}

void StorageActions::copyUri()
{
    copy([](const core::S3Uri &place) { return place.toString(); });
}

void StorageActions::copyUrl()
{
    copy([region = m_browser.navigator().region()](const core::S3Uri &place) {
        return flows::webAddress(place, region);
    });
}

void StorageActions::copyArn()
{
    copy([region = m_browser.navigator().region()](const core::S3Uri &place) { return flows::arnOf(place, region); });
}

void StorageActions::presign()
{
    const auto object = m_browser.current();
    if (object && !object->folder)
        openAlone(new PresignDialog(access(), object->place, window()));
}

void StorageActions::preview()
{
    const auto object = m_browser.current();
    if (object && !object->folder)
        previewObject(*object);
}

void StorageActions::previewObject(const ListedObject &object)
{
    openAlone(new PreviewDialog(access(), object, window()));
}

void StorageActions::showProperties()
{
    const auto object = m_browser.current();
    if (object)
        openAlone(new PropertiesDialog(access(), *object, window()));
}

void StorageActions::makeFolder()
{
    if (!access() || m_browser.navigator().isInBuckets())
        return;
    auto *dialog = new QInputDialog(window());
    dialog->setObjectName(u"newFolderDialog"_s);
    dialog->setWindowTitle(tr("New folder"));
    dialog->setLabelText(tr("Name of the new folder in %1").arg(m_browser.navigator().folder().toString()));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, folder = m_browser.navigator().folder()](QString name) {
                while (name.endsWith(u'/'))
                    name.chop(1);
                if (!name.isEmpty())
                    make({folder.bucket, folder.key + name + u'/'});
            });
    openAlone(dialog);
}

QCoro::Task<> StorageActions::make(core::S3Uri place)
{
    const QPointer<StorageActions> self(this);
    if (const auto fine = flows::checkKey(place.key); !fine) {
        Q_EMIT failed(fine.error());
        co_return;
    }
    const auto made = co_await access()->makeFolder(place);
    if (!self)
        co_return;
    if (!made) {
        Q_EMIT failed(made.error());
        co_return;
    }
    m_browser.navigator().reload();
    m_browser.selectKey(place.key);
}

void StorageActions::remove()
{
    const QList<ListedObject> objects = m_browser.selected();
    if (objects.isEmpty() || m_browser.navigator().isInBuckets())
        return;
    auto *dialog = new DeleteDialog(access(), objects, window());
    connect(dialog, &DeleteDialog::deleted, this, [this](int count) {
        m_browser.navigator().reload();
        Q_EMIT said(tr("Deleted %n object(s).", nullptr, count));
    });
    openAlone(dialog);
}

void StorageActions::download()
{
    const QList<ListedObject> objects = m_browser.selected();
    if (objects.isEmpty() || m_browser.navigator().isInBuckets())
        return;
    const bool single = objects.size() == 1 && !objects.constFirst().folder;
    auto *dialog = new QFileDialog(window(), single ? tr("Save the object as") : tr("Download into a folder"));
    dialog->setObjectName(u"downloadDialog"_s);
    dialog->setAcceptMode(single ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(single ? QFileDialog::AnyFile : QFileDialog::Directory);
    if (single)
        dialog->selectFile(fileNameFor(lastPart(objects.constFirst().place)));
    connect(dialog, &QFileDialog::fileSelected, this, [this, objects, single](const QString &file) {
        if (single)
            Q_EMIT downloadWanted(objects.constFirst().place, file, true); // the dialog asked
        else
            downloadInto(file, objects);
    });
    openAlone(dialog);
}

void StorageActions::downloadInto(const QString &folder, const QList<ListedObject> &objects)
{
    auto *download = new FolderDownload(access(), folder, *window(), this);
    connect(download, &FolderDownload::wanted, this,
            [this, asked = access()](const core::S3Uri &place, const QString &path, bool replace) {
                if (asked == access()) // else the session is another by now
                    Q_EMIT downloadWanted(place, path, replace);
            });
    connect(download, &FolderDownload::said, this, &StorageActions::said);
    connect(download, &FolderDownload::failed, this, &StorageActions::failed);
    connect(download, &FolderDownload::ended, download, &QObject::deleteLater);
    download->start(objects);
}

bool StorageActions::canUpload() const
{
    return access() && !m_browser.navigator().isInBuckets();
}

void StorageActions::uploadFiles()
{
    chooseAndUpload(false);
}

void StorageActions::uploadFolder()
{
    chooseAndUpload(true);
}

void StorageActions::chooseAndUpload(bool wholeFolder)
{
    if (!canUpload())
        return;
    const core::S3Uri folder = m_browser.navigator().folder();
    auto *dialog = new QFileDialog(window(), tr("Upload to %1").arg(folder.toString()));
    dialog->setObjectName(u"uploadDialog"_s);
    dialog->setFileMode(wholeFolder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, folder](const QStringList &files) { upload(files, folder); });
    openAlone(dialog);
}

void StorageActions::uploadDropped(const QStringList &paths)
{
    if (!canUpload() || paths.isEmpty())
        return;
    const core::S3Uri folder = m_browser.navigator().folder();
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Upload?"),
        paths.size() == 1
            ? tr("Upload “%1” to %2?").arg(QFileInfo(paths.constFirst()).fileName(), folder.toString())
            : tr("Upload %n file(s) and folders to %1?", nullptr, int(paths.size())).arg(folder.toString()),
        QMessageBox::Cancel, window());
    box->setObjectName(u"uploadBox"_s);
    box->setInformativeText(tr("Objects of the same names are kept: such an upload fails and says so."));
    QPushButton *const yes = box->addButton(tr("&Upload"), QMessageBox::AcceptRole);
    box->setDefaultButton(yes);
    connect(yes, &QAbstractButton::clicked, this, [this, paths, folder] { upload(paths, folder); });
    openAlone(box);
}

void StorageActions::upload(const QStringList &paths, const core::S3Uri &folder)
{
    auto *files = new LocalFiles(paths, this);
    connect(files, &LocalFiles::found, this, [this, folder](const QString &path, const QString &name) {
        const core::S3Uri place{folder.bucket, folder.key + name};
        if (const auto fine = flows::checkKey(place.key); !fine)
            Q_EMIT failed(fine.error());
        else
            Q_EMIT uploadWanted(path, place);
    });
    connect(files, &LocalFiles::done, files, &QObject::deleteLater);
    files->start();
}

} // namespace braketeer::gui
