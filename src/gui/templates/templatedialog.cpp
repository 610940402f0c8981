#include "gui/templates/templatedialog.h"

#include "core/s3uri.h"
#include "gui/kit/measures.h"
#include "gui/templates/placeform.h"
#include "job/rules/check.h"
#include "ui_templatedialog.h"

#include <QFileDialog>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>

namespace braketeer::gui {

using namespace Qt::StringLiterals;

QHash<QString, QString> knownFrom(const job::JobSpec &spec)
{
    QHash<QString, QString> known;
    const auto add = [&known](const QString &name, const QString &text) {
        if (!text.isEmpty())
            known.insert(name, text);
    };
    add(u"roleArn"_s, spec.text(u"roleArn"));
    add(u"reservationArn"_s, spec.text(u"associations[0].arn"));
    if (const auto place = core::S3Uri::parse(spec.text(u"outputDataConfig.s3Path")))
        add(u"bucket"_s, place->bucket);
    return known;
}

TemplateDialog::TemplateDialog(JobDocument &document, QString folder, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_folder(std::move(folder))
    , m_ui(std::make_unique<Ui::TemplateDialog>())
    , m_form(new PlaceForm)
{
    m_ui->setupUi(this);
    m_ui->formArea->setWidget(m_form);
    m_ui->nameLabel->setFont(headingFont(font()));
    m_ui->troubleLabel->hide();
    m_ui->formLayout->setContentsMargins(style()->pixelMetric(QStyle::PM_LayoutLeftMargin), 0, 0, 0);
    m_known = knownFrom(document.spec());
    QPushButton *const use = m_ui->buttons->button(QDialogButtonBox::Ok);
    use->setText(tr("&Use this template"));
    use->setObjectName(u"useTemplateButton"_s);
    use->setToolTip(tr("Puts the filled template into the window; nothing is sent yet"));
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &TemplateDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ui->templateList, &QListWidget::currentRowChanged, this, &TemplateDialog::showTemplate);
    connect(m_ui->templateList, &QListWidget::itemActivated, this, [this] { m_form->focus(); });
    connect(m_ui->addButton, &QAbstractButton::clicked, this, &TemplateDialog::addFile);
    connect(m_form, &PlaceForm::edited, this, [this] {
        if (m_tried && current())
            m_form->showFindings(exchange::fillTemplate(current()->content, m_form->values()).findings);
    });
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 34);
    listTemplates();
}

TemplateDialog::~TemplateDialog() = default;

void TemplateDialog::setKnown(const QHash<QString, QString> &known)
{
    for (auto it = known.cbegin(); it != known.cend(); ++it) {
        if (!it.value().isEmpty())
            m_known.insert(it.key(), it.value());
    }
    showTemplate();
}

void TemplateDialog::choose(const QString &id)
{
    for (qsizetype i = 0; i < m_templates.entries.size(); ++i) {
        if (m_templates.entries.at(i).id == id)
            m_ui->templateList->setCurrentRow(int(i));
    }
}

const flows::TemplateEntry *TemplateDialog::current() const
{
    const int row = m_ui->templateList->currentRow();
    return row >= 0 && row < m_templates.entries.size() ? &m_templates.entries.at(row) : nullptr;
}

void TemplateDialog::listTemplates()
{
    m_templates = flows::listTemplates(m_folder);
    m_ui->templateList->clear();
    for (const flows::TemplateEntry &entry : std::as_const(m_templates.entries)) {
        auto *item = new QListWidgetItem(entry.content.name, m_ui->templateList);
        item->setToolTip(entry.isBuiltIn() ? tr("Comes with the program") : entry.path);
        item->setData(Qt::AccessibleDescriptionRole, entry.content.description);
    }
    m_ui->troubleLabel->setText(m_templates.troubles.join(u'\n'));
    m_ui->troubleLabel->setVisible(!m_templates.troubles.isEmpty());
    m_ui->templateList->setCurrentRow(0);
}

void TemplateDialog::showTemplate()
{
    m_tried = false;
    const flows::TemplateEntry *entry = current();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(entry);
    m_ui->nameLabel->setText(entry ? entry->content.name : QString());
    m_ui->descriptionLabel->setText(entry ? entry->content.description : QString());
    m_form->setPlaces(entry ? entry->content.places : QList<exchange::Place>(), m_known);
    m_ui->formArea->verticalScrollBar()->setValue(0);
}

void TemplateDialog::addFile()
{
    auto *chooser = new QFileDialog(this, tr("Add a template"), {}, tr("Templates (*.yaml *.yml *.json)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto added = flows::addTemplateFile(m_folder, file);
        if (added) {
            listTemplates();
            choose(QFileInfo(*added).completeBaseName());
        } else {
            m_ui->troubleLabel->setText(added.error().text());
            m_ui->troubleLabel->show();
        }
    });
    chooser->open();
}

void TemplateDialog::accept()
{
    const flows::TemplateEntry *entry = current();
    if (!entry)
        return;
    const exchange::FilledTemplate filled = exchange::fillTemplate(entry->content, m_form->values());
    if (job::blocks(filled.findings)) {
        m_tried = true;
        m_form->showFindings(filled.findings);
        m_form->focus(filled.findings);
        return;
    }
    m_document.replace(filled.spec, tr("Template “%1”").arg(entry->content.name));
    QDialog::accept();
}

} // namespace braketeer::gui
