#include "gui/storage/folderdownload.h"

#include "gui/storage/localfiles.h"
#include "gui/storage/storagewords.h"

#include <QAbstractButton>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

FolderDownload::FolderDownload(std::shared_ptr<const StorageAccess> access, const QString &folder, QWidget &window,
                               QObject *parent)
    : QObject(parent), m_access(std::move(access)), m_folder(folder), m_window(window)
{
}

FolderDownload::~FolderDownload()
{
    m_cancel.cancel();
}

void FolderDownload::start(const QList<ListedObject> &objects)
{
    find(objects);
}

QCoro::Task<> FolderDownload::find(QList<ListedObject> objects)
{
    const QPointer<FolderDownload> self(this);
    for (const ListedObject &object : objects) {
        const qsizetype topLength = folderOf(object.place).key.size();
        if (!object.folder) {
            add(object.place, topLength);
            continue;
        }
        flows::ListQuery query;
        query.place = object.place;
        query.recursive = true;
        do {
            const auto page = co_await m_access->listPage(query, m_cancel);
            if (!self)
                co_return;
            if (!page) {
                Q_EMIT failed(page.error());
                Q_EMIT ended();
                co_return;
            }
            for (const flows::ObjectEntry &entry : page->entries)
                add({object.place.bucket, entry.key}, topLength);
            query.continuationToken = page->nextToken;
            if (!query.continuationToken.isEmpty())
                Q_EMIT said(
                    tr("Looking for what is to be downloaded: %Ln file(s) so far…", nullptr, int(m_files.size())));
        } while (!query.continuationToken.isEmpty());
    }
    const int existing = int(
        std::count_if(m_files.cbegin(), m_files.cend(), [](const File &file) { return file.isThere; }));
    if (existing > 0)
        ask(existing);
    else
        send(Existing::Skip);
}

void FolderDownload::add(const core::S3Uri &place, qsizetype topLength)
{
    if (place.key.endsWith(u'/'))
        return; // marks a folder, has no bytes
    const auto path = fileBelow(m_folder, place.key.sliced(topLength));
    if (!path) {
        ++m_unusable;
        return;
    }
    const QFileInfo file(*path);
    m_files.append({place, *path, file.exists() || file.isSymLink()});
}

void FolderDownload::ask(int existing)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Replace files?"),
                                tr("%Ln of the files to download is there already, in %1.", nullptr, existing)
                                    .arg(QDir::toNativeSeparators(m_folder)),
                                QMessageBox::Cancel, &m_window);
    box->setObjectName(u"replaceBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QStringList names;
    for (const File &file : std::as_const(m_files)) {
        if (file.isThere && names.size() < 5)
            names.append(QDir(m_folder).relativeFilePath(file.path));
    }
    if (existing > names.size())
        names.append(tr("… and %Ln more.", nullptr, existing - int(names.size())));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(names.join(u'\n'));
    const auto button = [this, box](const QString &text, const char *name, Existing choice) {
        QPushButton *const made = box->addButton(text, QMessageBox::AcceptRole);
        made->setObjectName(QLatin1StringView(name));
        connect(made, &QAbstractButton::clicked, this, [this, choice] { send(choice); });
        return made;
    };
    button(tr("&Replace all"), "replaceButton", Existing::Replace);
    box->setDefaultButton(button(tr("&Skip existing"), "skipButton", Existing::Skip));
    connect(box, &QDialog::rejected, this, &FolderDownload::ended);
    box->open();
}

void FolderDownload::send(Existing existing)
{
    const bool replace = existing == Existing::Replace;
    for (const File &file : std::as_const(m_files)) {
        if (replace || !file.isThere)
            Q_EMIT wanted(file.place, file.path, replace);
    }
    sayUnusable();
    Q_EMIT ended();
}

void FolderDownload::sayUnusable()
{
    if (m_unusable == 0)
        return;
    core::Error error;
    error.message = tr("%n object(s) were left out: their keys cannot be names of files here.", nullptr, m_unusable);
    error.suggestion = tr("Download them one by one, each under a name of your choice.");
    Q_EMIT failed(error);
}

} // namespace braketeer::gui
