#include "gui/templates/savetemplatedialog.h"

#include "flows/templates/templates.h"
#include "ui_savetemplatedialog.h"

#include <QDir>
#include <QPushButton>

namespace braketeer::gui {

using namespace Qt::StringLiterals;

SaveTemplateDialog::SaveTemplateDialog(job::JobSpec spec, QString folder, QWidget *parent)
    : QDialog(parent)
    , m_spec(std::move(spec))
    , m_folder(std::move(folder))
    , m_ui(std::make_unique<Ui::SaveTemplateDialog>())
{
    m_ui->setupUi(this);
    m_ui->troubleLabel->hide();
    m_ui->nameEdit->setText(m_spec.text(u"jobName"));
    m_ui->placeLabel->setText(tr("The template is a file in %1. Write {{name}} into it, with any editor, wherever a "
                                 "value is to be asked for; send the file to others to share it.")
                                  .arg(QDir::toNativeSeparators(m_folder)));
    QPushButton *const save = m_ui->buttons->button(QDialogButtonBox::Save);
    save->setObjectName(u"saveTemplateButton"_s);
    connect(m_ui->nameEdit, &QLineEdit::textChanged, save,
            [save](const QString &name) { save->setEnabled(!name.trimmed().isEmpty()); });
    save->setEnabled(!m_ui->nameEdit->text().isEmpty());
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &SaveTemplateDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

SaveTemplateDialog::~SaveTemplateDialog() = default;

void SaveTemplateDialog::accept()
{
    const auto saved = flows::saveTemplate(m_folder, m_spec, m_ui->nameEdit->text().trimmed(),
                                           m_ui->descriptionEdit->text().trimmed());
    if (saved) {
        m_path = *saved;
        QDialog::accept();
        return;
    }
    m_ui->troubleLabel->setText(saved.error().text());
    m_ui->troubleLabel->show();
    m_ui->nameEdit->setFocus();
}

} // namespace braketeer::gui
