#include "gui/storage/uploaddrop.h"

#include "flows/storage/address.h"
#include "flows/storage/defaults.h"
#include "gui/job/jobdocument.h"
#include "gui/storage/packdialog.h"
#include "gui/storage/storagedesk.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr QStringView scriptMode = u"algorithmSpecification.scriptModeConfig.";

bool isGzip(const QString &name)
{
    return name.endsWith(".gz"_L1, Qt::CaseInsensitive) || name.endsWith(".tgz"_L1, Qt::CaseInsensitive);
}

bool isPacked(const QFileInfo &file)
{
    return file.isDir() || file.suffix().compare("py"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

UploadDrop::UploadDrop(JobDocument &document, StorageDesk &desk, QWidget &window)
    : QObject(&window), m_document(document), m_desk(desk), m_window(window)
{
    connect(&desk, &StorageDesk::transferEnded, this, &UploadDrop::arrived);
}

UploadDrop::~UploadDrop() = default;

bool UploadDrop::takes(const QString &path)
{
    static const QStringList documents{u"json"_s, u"yaml"_s, u"yml"_s};
    const QFileInfo file(path);
    return file.isDir() || !documents.contains(file.suffix().toLower());
}

void UploadDrop::ask(const QString &path)
{
    if (isPacked(QFileInfo(path)))
        askPack(path);
    else
        askFile(path);
}

void UploadDrop::askForFile()
{
    choose(false);
}

void UploadDrop::askForFolder()
{
    choose(true);
}

void UploadDrop::choose(bool folder)
{
    auto *dialog = new QFileDialog(&m_window,
                                   folder ? tr("Choose the folder with the code") : tr("Choose the script or archive"));
    dialog->setObjectName(u"codeDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &UploadDrop::ask);
    dialog->open();
}

void UploadDrop::askPack(const QString &path)
{
    auto *dialog = new PackDialog(path, {}, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PackDialog::packed, this,
            [this](const QString &archive, const std::shared_ptr<QTemporaryDir> &folder, const core::S3Uri &target,
                   const QString &entryPoint) {
                Waiting waiting;
                waiting.place = target;
                waiting.entryPoint = entryPoint;
                waiting.archive = true;
                waiting.folder = folder;
                send(archive, waiting);
            });
    dialog->open();
    suggest(u"source.tar.gz"_s, [dialog = QPointer<PackDialog>(dialog)](const core::S3Uri &target) {
        if (dialog)
            dialog->setTarget(target);
    });
}

void UploadDrop::askFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    auto *dialog = new QInputDialog(&m_window);
    dialog->setObjectName(u"uploadCodeDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Upload %1").arg(name));
    dialog->setLabelText(tr("Where in S3 should it go? The script archive of the job is then filled in."));
    dialog->setOkButtonText(tr("&Upload"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, path](const QString &text) {
        const auto target = flows::parseAddress(text);
        if (!target) {
            Q_EMIT m_desk.failed(target.error());
            return;
        }
        Waiting waiting;
        waiting.place = target->uri;
        waiting.archive = isGzip(path);
        send(path, waiting);
    });
    dialog->resize(dialog->fontMetrics().averageCharWidth() * 90, dialog->sizeHint().height());
    dialog->open();
    suggest(name, [dialog = QPointer<QInputDialog>(dialog)](const core::S3Uri &target) {
        if (dialog && dialog->textValue().isEmpty())
            dialog->setTextValue(target.toString());
    });
}

QCoro::Task<> UploadDrop::suggest(QString fileName, std::function<void(core::S3Uri)> take)
{
    const QPointer<UploadDrop> self(this);
    const auto access = m_desk.access();
    if (!access)
        co_return;
    const QString name = m_document.text(job::Path::parse(u"jobName"));
    const auto bucket = co_await access->defaultBucket();
    if (!self || !bucket)
        co_return;
    core::S3Uri target =
        flows::jobPlaces(*bucket, name.isEmpty() ? u"job"_s : name, QDateTime::currentDateTimeUtc()).code;
    target.key += u'/' + fileName;
    take(target);
}

void UploadDrop::send(const QString &path, const Waiting &waiting)
{
    const qint64 id = m_desk.upload(path, waiting.place);
    if (id > 0)
        m_waiting.insert(id, waiting);
}

void UploadDrop::arrived(const flows::TransferStatus &status)
{
    if (status.state == flows::TransferState::Failed)
        return; // it can be tried again
    const Waiting waiting = m_waiting.take(status.id);
    if (waiting.place.bucket.isEmpty() || status.state != flows::TransferState::Done)
        return;
    job::JobSpec spec = m_document.spec();
    const auto set = [&spec](const QString &member, const QString &text) {
        spec.set(job::Path::parse(scriptMode.toString() + member), job::Value::text(text));
    };
    set(u"s3Uri"_s, waiting.place.toString());
    if (!waiting.entryPoint.isEmpty())
        set(u"entryPoint"_s, waiting.entryPoint);
    if (waiting.archive)
        set(u"compressionType"_s, u"GZIP"_s);
    m_document.replace(std::move(spec), tr("Upload the script"));
}

} // namespace braketeer::gui
