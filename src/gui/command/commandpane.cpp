#include "gui/command/commandpane.h"

#include "gui/command/textupdate.h"
#include "gui/job/jobdocument.h"
#include "gui/kit/icons.h"
#include "gui/kit/measures.h"
#include "ui_commandpane.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

CommandPane::CommandPane(JobDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_ui(std::make_unique<Ui::CommandPane>())
    , m_preview(exchange::targets().front())
{
    m_ui->setupUi(this);
    m_ui->textView->setFont(codeFont(m_ui->textView->font()));
    m_ui->textView->setUndoRedoEnabled(false);
    m_ui->copyButton->setIcon(themeIcon(u"edit-copy"_s));
    m_ui->saveButton->setIcon(themeIcon(u"document-save-as"_s));
    for (const exchange::Target &row : exchange::targets())
        m_ui->targetCombo->addItem(exchange::label(row), QString::fromLatin1(row.id));

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CommandPane::follow);
    connect(&document, &JobDocument::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(&document, &JobDocument::replaced, &m_soon, qOverload<>(&QTimer::start));
    connect(m_ui->targetCombo, &QComboBox::currentIndexChanged, this, [this] {
        m_preview.setTarget(*exchange::findTarget(target()));
        follow();
        Q_EMIT targetChanged(target());
    });
    connect(m_ui->copyButton, &QAbstractButton::clicked, this, &CommandPane::copy);
    connect(m_ui->saveButton, &QAbstractButton::clicked, this, &CommandPane::save);
    follow();
}

CommandPane::~CommandPane() = default;

void CommandPane::setContext(exchange::CommandContext context)
{
    m_preview.setContext(std::move(context));
    follow();
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

void CommandPane::follow()
{
    m_preview.update(m_document.spec());
    showText(m_preview.displayText());
    m_ui->shortenedLabel->setVisible(m_preview.isShortened());
}

void CommandPane::showText(const QString &text)
{
    updateText(*m_ui->textView, m_shown, text);
    m_shown = text;
}

void CommandPane::copy()
{
    QGuiApplication::clipboard()->setText(m_preview.fullText());
    Q_EMIT copied(m_ui->targetCombo->currentText());
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
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_preview.fullText().toUtf8()) < 0 || !file.commit())
        Q_EMIT failed(tr("The command could not be written to %1: %2.").arg(fileName, file.errorString()));
}

QWidget *CommandPane::textView() const
{
    return m_ui->textView;
}

} // namespace braketeer::gui
