#include "gui/importing/importdialog.h"

#include "exchange/filereader.h"
#include "exchange/import/formats.h"
#include "exchange/json/writejson.h"
#include "ui_importdialog.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

namespace braketeer::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pauseMilliseconds = 150;
constexpr int mostChanges = 500;

/// What stands at a place, for one cell.
QString shown(const job::JobSpec &spec, const job::Path &path)
{
    const job::Value *value = spec.find(path);
    if (!value)
        return {};
    constexpr qsizetype longest = 200;
    const QString text = value->isText() ? value->toText() : exchange::jsonText(*value, exchange::JsonForm::Compact);
    return text.size() <= longest ? text : text.first(longest) + u'…';
}

QStyle::StandardPixmap iconOf(job::Severity severity)
{
    return severity == job::Severity::Info ? QStyle::SP_MessageBoxInformation : QStyle::SP_MessageBoxWarning;
}

} // namespace

ImportDialog::ImportDialog(JobDocument &document, QWidget *parent)
    : QDialog(parent), m_document(document), m_ui(std::make_unique<Ui::ImportDialog>())
{
    m_ui->setupUi(this);
    QPushButton *const import = m_ui->buttons->button(QDialogButtonBox::Ok);
    import->setText(tr("&Import"));
    import->setObjectName(u"importButton"_s);
    import->setToolTip(tr("Puts the job into the window in place of the present one; undo brings that back"));
    m_ui->formatBox->addItem(tr("Recognise it"), QString());
    for (const exchange::ImportFormat &format : exchange::importFormats()) {
        if (format.likelihood)
            m_ui->formatBox->addItem(exchange::label(format), QString::fromLatin1(format.id));
    }
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &ImportDialog::read);
    connect(m_ui->textEdit, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_ui->findingsList, &QListWidget::currentRowChanged, this, &ImportDialog::updateFix);
    connect(m_ui->fixButton, &QAbstractButton::clicked, this, &ImportDialog::takeFix);
    connect(m_ui->formatBox, &QComboBox::currentIndexChanged, this, &ImportDialog::read);
    connect(m_ui->indexSpin, &QSpinBox::valueChanged, this, &ImportDialog::read);
    connect(m_ui->openButton, &QAbstractButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_ui->missingButton, &QAbstractButton::clicked, this, &ImportDialog::chooseMissingFile);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->changesTree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 36);
    read();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::setText(const QString &text, const QString &folder)
{
    m_folder = folder;
    m_chosenFiles.clear();
    m_taken.clear();
    m_ui->textEdit->setPlainText(text);
    read();
}

void ImportDialog::openFile(const QString &fileName)
{
    QFile file(fileName);
    if (QFileInfo(fileName).isDir() || !file.open(QIODevice::ReadOnly)) {
        m_ui->recognisedLabel->setText(tr("%1 cannot be read: %2").arg(fileName, file.errorString()));
        return;
    }
    setText(QString::fromUtf8(file.read(exchange::maximumImportBytes)), QFileInfo(fileName).absolutePath());
}

core::Result<QByteArray> ImportDialog::readFile(const QString &name) const
{
    if (m_chosenFiles.contains(name)) {
        QFile file(m_chosenFiles.value(name));
        if (file.open(QIODevice::ReadOnly))
            return file.read(exchange::maximumArgumentFileBytes);
    }
    if (m_folder.isEmpty())
        return core::fail(core::Error::Kind::Usage, tr("The file “%1” is not there.").arg(name));
    return exchange::filesBeside(m_folder)(name);
}

exchange::ImportOptions ImportDialog::options() const
{
    exchange::ImportOptions options;
    options.files = [this](const QString &name) { return readFile(name); };
    const QString format = m_ui->formatBox->currentData().toString();
    if (!format.isEmpty())
        options.format = format;
    if (m_ui->indexSpin->isVisibleTo(this))
        options.index = m_ui->indexSpin->value() - 1;
    return options;
}

void ImportDialog::read()
{
    m_pause.stop();
    const QByteArray text = m_ui->textEdit->toPlainText().toUtf8();
    exchange::ImportOptions wanted = options();
    wanted.index.reset();
    auto result = exchange::importText(text, wanted);
    exchange::ImportOptions first = wanted;
    first.index = 0;
    const bool isSeveral = !result && exchange::importText(text, first);
    m_ui->indexLabel->setVisible(isSeveral);
    m_ui->indexSpin->setVisible(isSeveral);
    if (isSeveral) {
        wanted.index = m_ui->indexSpin->value() - 1;
        result = exchange::importText(text, wanted);
    }
    if (text.trimmed().isEmpty()) {
        m_imported.reset();
        m_ui->recognisedLabel->setText(tr("Paste a command, a document or a call above."));
        m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
        showFindings();
        showChanges();
        return;
    }
    showResult(result);
}

void ImportDialog::showResult(const core::Result<exchange::Imported> &result)
{
    m_imported = result ? std::optional(*result) : std::nullopt;
    if (result) {
        applyTaken();
        const exchange::ImportFormat *format = exchange::findImportFormat(result->format);
        m_ui->recognisedLabel->setText(tr("Recognised: %1").arg(format ? exchange::label(*format) : result->format));
    } else {
        m_ui->recognisedLabel->setText(result.error().text());
    }
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(result.has_value());
    showFindings();
    showChanges();
}

/// A text that is read anew brings back what was mended in what it gave before.
void ImportDialog::applyTaken()
{
    for (const job::Finding &finding : std::as_const(m_taken)) {
        if (m_imported->findings.removeOne(finding))
            m_imported->spec.set(finding.fix->path, finding.fix->value);
    }
}

void ImportDialog::takeFix()
{
    const int row = m_ui->findingsList->currentRow();
    if (!m_imported || row < 0 || !m_imported->findings.at(row).fix)
        return;
    m_taken.append(m_imported->findings.at(row));
    applyTaken();
    showFindings();
    showChanges();
    // The button goes, and the keyboard should not go to where nobody looks.
    const bool isMore = m_ui->findingsList->count() > 0;
    (isMore ? static_cast<QWidget *>(m_ui->findingsList) : m_ui->changesTree)->setFocus(Qt::OtherFocusReason);
}

void ImportDialog::updateFix()
{
    const int row = m_ui->findingsList->currentRow();
    const bool fixable = m_imported && row >= 0 && m_imported->findings.at(row).fix;
    m_ui->fixButton->setVisible(fixable);
    if (fixable)
        m_ui->fixButton->setText(QString(m_imported->findings.at(row).fix->label).replace(u'&', u"&&"_s));
}

/// The first that can be mended by a button is chosen, so that the button can be seen.
void ImportDialog::showFindings()
{
    m_ui->findingsList->clear();
    const job::Findings findings = m_imported ? m_imported->findings : job::Findings();
    for (const job::Finding &finding : findings) {
        const QString text = finding.path.isEmpty() ? finding.message
                                                    : tr("%1: %2").arg(finding.path.toString(), finding.message);
        new QListWidgetItem(style()->standardIcon(iconOf(finding.severity)), text, m_ui->findingsList);
    }
    const auto fixable = std::find_if(findings.cbegin(), findings.cend(),
                                      [](const job::Finding &f) { return f.fix.has_value(); });
    m_ui->findingsList->setCurrentRow(fixable == findings.cend() ? -1 : int(fixable - findings.cbegin()));
    updateFix();
    m_ui->findingsLabel->setVisible(!findings.isEmpty());
    m_ui->findingsList->setVisible(!findings.isEmpty());
    const QStringList missing = m_imported ? m_imported->missingFiles : QStringList();
    m_ui->missingButton->setVisible(!missing.isEmpty());
    m_ui->missingButton->setText(tr("Choose “&%1”…").arg(missing.value(0).replace(u'&', u"&&"_s)));
}

void ImportDialog::showChanges()
{
    m_ui->changesTree->clear();
    const QList<job::Path> paths = m_imported ? job::diff(m_document.spec(), m_imported->spec) : QList<job::Path>();
    QList<QTreeWidgetItem *> rows;
    for (const job::Path &path : paths.first(qMin<qsizetype>(paths.size(), mostChanges))) {
        rows << new QTreeWidgetItem({path.toString(), shown(m_document.spec(), path), shown(m_imported->spec, path)});
    }
    m_ui->changesTree->addTopLevelItems(rows);
    m_ui->changesLabel->setText(m_imported
                                    ? tr("It &changes %n place(s) of the present job:", nullptr, int(paths.size()))
                                    : tr("&Changes to the present job:"));
}

void ImportDialog::chooseFile()
{
    auto *chooser = new QFileDialog(this, tr("Import a file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &ImportDialog::openFile);
    chooser->open();
}

void ImportDialog::chooseMissingFile()
{
    const QString name = m_imported ? m_imported->missingFiles.value(0) : QString();
    auto *chooser = new QFileDialog(this, tr("Where is “%1”?").arg(name));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, [this, name](const QString &file) {
        m_chosenFiles.insert(name, file);
        read();
    });
    chooser->open();
}

void ImportDialog::accept()
{
    if (m_pause.isActive())
        read();
    if (!m_imported)
        return;
    const exchange::Imported result = *m_imported;
    const exchange::ImportFormat *format = exchange::findImportFormat(result.format);
    m_document.replace(result.spec, tr("Import: %1").arg(format ? exchange::label(*format) : result.format));
    QDialog::accept();
    Q_EMIT imported(result);
}

} // namespace braketeer::gui
