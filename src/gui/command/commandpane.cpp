#include "gui/command/commandpane.h"

#include "gui/command/terminal.h"
#include "gui/command/textupdate.h"
#include "gui/job/jobdocument.h"
#include "gui/kit/icons.h"
#include "gui/kit/measures.h"
#include "ui_commandpane.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

using exchange::Form;

namespace {

constexpr int notesAfterMs = 300;

std::unique_ptr<Ui::CommandPane> widgetsOf(CommandPane &pane)
{
    auto widgets = std::make_unique<Ui::CommandPane>();
    widgets->setupUi(&pane);
    return widgets;
}

bool writeFile(const QString &fileName, const QByteArray &content, QString &trouble)
{
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return true;
    trouble = file.errorString();
    return false;
}

} // namespace

CommandPane::CommandPane(JobDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_ui(widgetsOf(*this))
    , m_preview(exchange::targets().front())
    , m_textHighlight(*m_ui->textView)
    , m_fileHighlight(*m_ui->fileView)
{
    for (QPlainTextEdit *view : {m_ui->textView, m_ui->fileView}) {
        view->setFont(codeFont(view->font()));
        view->setUndoRedoEnabled(false);
    }
    m_ui->copyButton->setIcon(themeIcon(u"edit-copy"_s));
    m_ui->saveButton->setIcon(themeIcon(u"document-save-as"_s));
    m_ui->terminalButton->setIcon(themeIcon(u"utilities-terminal"_s));
    for (const exchange::Target &row : exchange::targets())
        m_ui->targetCombo->addItem(exchange::label(row), QString::fromLatin1(row.id));
    fillForms();

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    m_notesSoon.setSingleShot(true);
    m_notesSoon.setInterval(notesAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &CommandPane::follow);
    connect(&m_notesSoon, &QTimer::timeout, this, &CommandPane::showNotes);
    connect(&document, &JobDocument::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(&document, &JobDocument::replaced, &m_soon, qOverload<>(&QTimer::start));
    connect(m_ui->targetCombo, &QComboBox::currentIndexChanged, this, &CommandPane::changeTarget);
    connect(m_ui->formCombo, &QComboBox::activated, this, [this] {
        m_context.form = Form(m_ui->formCombo->currentData().toInt());
        changeContext();
        Q_EMIT formChanged(m_context.form);
    });
    connect(m_ui->tokenCheck, &QCheckBox::toggled, this, [this](bool wanted) {
        m_context.withClientToken = wanted;
        changeContext();
    });
    connect(m_ui->copyButton, &QAbstractButton::clicked, this, &CommandPane::copy);
    connect(m_ui->saveButton, &QAbstractButton::clicked, this, &CommandPane::save);
    connect(m_ui->terminalButton, &QAbstractButton::clicked, this, &CommandPane::openTerminal);
    follow();
    m_textHighlight.clear();
    m_fileHighlight.clear();
}

CommandPane::~CommandPane() = default;

void CommandPane::setPlace(const QString &profile, const QString &region, const QString &endpointUrl)
{
    m_context.profile = profile;
    m_context.region = region;
    m_context.endpointUrl = endpointUrl;
    changeContext();
}

void CommandPane::setTarget(const QString &id)
{
    const int row = m_ui->targetCombo->findData(id);
    if (row >= 0)
        m_ui->targetCombo->setCurrentIndex(row);
}

QString CommandPane::target() const
{
    return m_ui->targetCombo->currentData().toString();
}

void CommandPane::setForm(Form form)
{
    m_context.form = form;
    fillForms();
    changeContext();
}

Form CommandPane::form() const
{
    return m_context.form;
}

void CommandPane::changeTarget()
{
    m_preview.setTarget(*exchange::findTarget(target()));
    fillForms();
    changeContext();
    Q_EMIT targetChanged(target());
}

void CommandPane::changeContext()
{
    m_preview.setContext(m_context);
    follow();
    // Another text altogether is no change to look for.
    m_textHighlight.clear();
    m_fileHighlight.clear();
}

void CommandPane::fillForms()
{
    const QSignalBlocker quiet(m_ui->formCombo);
    m_ui->formCombo->clear();
    const exchange::Forms forms = exchange::findTarget(target())->forms;
    for (const Form form : {Form::Readable, Form::Hardened, Form::File}) {
        if (forms.testFlag(form))
            m_ui->formCombo->addItem(exchange::label(form), int(form));
    }
    m_ui->formCombo->setCurrentIndex(std::max(0, m_ui->formCombo->findData(int(m_context.form))));
    m_ui->formCombo->setEnabled(m_ui->formCombo->count() > 1);
    m_ui->terminalButton->setEnabled(typingShell(target()).has_value());
}

void CommandPane::follow()
{
    const bool hasToken = !m_document.text(job::Path::parse(u"clientToken")).isEmpty();
    m_ui->tokenCheck->setVisible(hasToken);
    m_preview.update(m_document.spec());
    const QString text = m_preview.problem().isEmpty() ? m_preview.displayText() : m_preview.problem() + u'\n';
    m_textHighlight.show(updateText(*m_ui->textView, m_shown, text));
    m_shown = text;
    const QString file = m_preview.displayFile();
    m_fileHighlight.show(updateText(*m_ui->fileView, m_shownFile, file));
    m_shownFile = file;
    const bool hasFile = m_preview.form() == Form::File && m_preview.problem().isEmpty();
    m_ui->fileView->setVisible(hasFile);
    m_ui->fileLabel->setVisible(hasFile);
    m_ui->shortenedLabel->setVisible(m_preview.isShortened());
    m_notesSoon.start();
}

void CommandPane::showNotes()
{
    const auto exported = m_preview.exported();
    m_ui->notesLabel->setText(exported ? exported->notes.join(u'\n') : QString());
    m_ui->notesLabel->setVisible(exported && !exported->notes.isEmpty());
    if (exported)
        m_ui->fileLabel->setText(tr("The command reads %1:").arg(exported->fileName));
}

void CommandPane::copy()
{
    const auto exported = m_preview.exported();
    if (!exported) {
        Q_EMIT failed(exported.error().text());
        return;
    }
    QGuiApplication::clipboard()->setText(exported->text);
    Q_EMIT copied(
        exported->form == Form::File
            ? tr("%1; it reads %2, which Save writes").arg(m_ui->targetCombo->currentText(), exported->fileName)
            : m_ui->targetCombo->currentText());
}

void CommandPane::save()
{
    const exchange::Target *const row = exchange::findTarget(target());
    const QString name = m_document.text(job::Path::parse(u"jobName"));
    auto *dialog = new QFileDialog(this, tr("Save the command"));
    dialog->setObjectName(u"saveCommandDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QString::fromLatin1(row->suffix));
    dialog->selectFile(u"%1.%2"_s.arg(name.isEmpty() ? u"job"_s : name, QLatin1StringView(row->suffix)));
    connect(dialog, &QFileDialog::fileSelected, this, &CommandPane::write);
    dialog->open();
}

void CommandPane::write(const QString &fileName)
{
    const auto exported = m_preview.exported();
    if (!exported) {
        Q_EMIT failed(exported.error().text());
        return;
    }
    if (!writeBeside(QFileInfo(fileName).absolutePath(), *exported))
        return;
    QString trouble;
    if (writeFile(fileName, exported->text.toUtf8(), trouble))
        Q_EMIT saved(fileName);
    else
        Q_EMIT failed(tr("The command could not be written to %1: %2.").arg(fileName, trouble));
}

/// The file that the command reads. One that is there and says something else is never replaced.
bool CommandPane::writeBeside(const QString &folder, const exchange::Exported &exported)
{
    if (exported.form != Form::File)
        return true;
    const QString fileName = QDir(folder).filePath(exported.fileName);
    QFile present(fileName);
    if (present.exists()) {
        if (present.open(QIODevice::ReadOnly) && present.readAll() == exported.file)
            return true;
        Q_EMIT failed(tr("%1 exists and holds something else, so nothing was written. Choose another folder, or move "
                         "that file away.")
                          .arg(fileName));
        return false;
    }
    QString trouble;
    if (writeFile(fileName, exported.file, trouble))
        return true;
    Q_EMIT failed(tr("The job could not be written to %1: %2.").arg(fileName, trouble));
    return false;
}

void CommandPane::openTerminal()
{
    if (m_preview.form() != Form::File) {
        typeInto(QDir::homePath());
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Folder for the file that the command reads"));
    dialog->setObjectName(u"terminalFolderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &CommandPane::typeInto);
    dialog->open();
}

void CommandPane::typeInto(const QString &folder)
{
    const auto shell = typingShell(target());
    const auto exported = m_preview.exported();
    if (!exported) {
        Q_EMIT failed(exported.error().text());
        return;
    }
    if (!shell || !writeBeside(folder, *exported))
        return;
    const auto typed = typeInTerminal(*shell, exported->text, folder);
    if (!typed)
        Q_EMIT failed(typed.error().text());
}

QWidget *CommandPane::textView() const
{
    return m_ui->textView;
}

} // namespace braketeer::gui
