#include "gui/shell/documentfiles.h"

#include "exchange/document.h"
#include "exchange/json/writejson.h"
#include "exchange/yaml/writeyaml.h"
#include "gui/job/jobdocument.h"
#include "store/settings/settings.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int recentFilesKept = 8;
constexpr qint64 largestDocument = qint64(16) * 1024
                                   * 1024; ///< far beyond the service's limits; keeps a wrong choice harmless

bool isYaml(const QString &fileName)
{
    return fileName.endsWith(u".yaml", Qt::CaseInsensitive) || fileName.endsWith(u".yml", Qt::CaseInsensitive);
}

QByteArray written(const job::JobSpec &spec, const QString &fileName)
{
    return isYaml(fileName) ? exchange::writeYaml(spec.root())
                            : exchange::writeJson(spec.root(), exchange::JsonForm::Indented);
}

} // namespace

DocumentFiles::DocumentFiles(JobDocument &document, store::Settings &settings, QWidget &window)
    : QObject(&window), m_document(document), m_settings(settings), m_window(window)
{
}

bool DocumentFiles::takes(const QString &fileName)
{
    return isYaml(fileName) || fileName.endsWith(u".json", Qt::CaseInsensitive);
}

QFileDialog *DocumentFiles::dialog(const QString &title) const
{
    auto *dialog = new QFileDialog(&m_window, title);
    dialog->setObjectName(u"documentDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Job documents (*.json *.yaml *.yml)"), tr("All files (*)")});
    const QStringList recent = recentFiles();
    if (!m_document.fileName().isEmpty())
        dialog->setDirectory(QFileInfo(m_document.fileName()).path());
    else if (!recent.isEmpty())
        dialog->setDirectory(QFileInfo(recent.first()).path());
    return dialog;
}

void DocumentFiles::askAndOpen()
{
    QFileDialog *const ask = dialog(tr("Open a job document"));
    ask->setFileMode(QFileDialog::ExistingFile);
    connect(ask, &QFileDialog::fileSelected, this, &DocumentFiles::open);
    ask->open();
}

bool DocumentFiles::open(const QString &fileName)
{
    QFile file(fileName);
    const QString name = QFileInfo(fileName).fileName();
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(tr("%1 cannot be read: %2.").arg(fileName, file.errorString()));
        return false;
    }
    if (file.size() > largestDocument) {
        Q_EMIT failed(
            tr("%1 is too large to be a job document (%2).").arg(name, QLocale().formattedDataSize(file.size())));
        return false;
    }
    auto spec = exchange::readDocument(file.readAll(),
                                       isYaml(fileName) ? exchange::Format::Yaml : exchange::Format::Auto);
    if (!spec) {
        Q_EMIT failed(tr("%1 was not opened. %2").arg(name, spec.error().message));
        return false;
    }
    const QString path = QFileInfo(fileName).absoluteFilePath();
    m_document.replace(std::move(*spec), tr("Open %1").arg(name));
    m_document.setFileName(path);
    m_document.markSaved();
    remember(path);
    Q_EMIT opened(path);
    return true;
}

void DocumentFiles::save(std::function<void()> done)
{
    if (m_document.fileName().isEmpty())
        askAndSave(std::move(done));
    else if (saveTo(m_document.fileName()) && done)
        done();
}

void DocumentFiles::askAndSave(std::function<void()> done)
{
    QFileDialog *const ask = dialog(tr("Save the job document"));
    ask->setAcceptMode(QFileDialog::AcceptSave);
    ask->setDefaultSuffix(u"json"_s);
    const QString name = m_document.text(job::Path::parse(u"jobName"));
    ask->selectFile(name.isEmpty() ? u"job.json"_s : name + u".json"_s);
    connect(ask, &QFileDialog::fileSelected, this, [this, done = std::move(done)](const QString &fileName) {
        if (saveTo(fileName) && done)
            done();
    });
    ask->open();
}

bool DocumentFiles::saveTo(const QString &fileName)
{
    QSaveFile file(fileName);
    const QByteArray text = written(m_document.spec(), fileName);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        Q_EMIT failed(tr("%1 was not saved: %2. The draft is kept.").arg(fileName, file.errorString()));
        return false;
    }
    const QString path = QFileInfo(fileName).absoluteFilePath();
    m_document.setFileName(path);
    m_document.markSaved();
    remember(path);
    Q_EMIT saved(path);
    return true;
}

QStringList DocumentFiles::recentFiles() const
{
    return m_settings.list(store::setting::recentFiles);
}

void DocumentFiles::remember(const QString &fileName)
{
    QStringList files = recentFiles();
    files.removeAll(fileName);
    files.prepend(fileName);
    m_settings.set(store::setting::recentFiles, files.mid(0, recentFilesKept));
}

} // namespace braketeer::gui
