#include "gui/access/addkeysdialog.h"

#include "flows/credentials.h"
#include "ui_addkeysdialog.h"

#include <QPointer>
#include <QPushButton>

namespace braketeer::gui {

AddKeysDialog::AddKeysDialog(VaultOpener vault, std::shared_ptr<store::Settings> settings, QWidget *parent)
    : QDialog(parent)
    , m_vault(std::move(vault))
    , m_settings(std::move(settings))
    , m_ui(std::make_unique<Ui::AddKeysDialog>())
{
    m_ui->setupUi(this);
    m_ui->troubleLabel->hide();
    QPushButton *const keepButton = m_ui->buttons->button(QDialogButtonBox::Save);
    keepButton->setText(tr("&Keep in the keychain"));
    keepButton->setObjectName(QStringLiteral("keepButton"));
    for (QLineEdit *edit : {m_ui->nameEdit, m_ui->accessKeyIdEdit, m_ui->secretEdit})
        connect(edit, &QLineEdit::textChanged, this, &AddKeysDialog::updateButton);
    connect(keepButton, &QAbstractButton::clicked, this, [this] { keep(); });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateButton();
}

AddKeysDialog::~AddKeysDialog() = default;

QString AddKeysDialog::name() const
{
    return m_ui->nameEdit->text().trimmed();
}

void AddKeysDialog::updateButton()
{
    const bool filled = !name().isEmpty() && !m_ui->accessKeyIdEdit->text().trimmed().isEmpty()
                        && !m_ui->secretEdit->text().isEmpty();
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(filled && !m_busy);
}

QCoro::Task<> AddKeysDialog::keep()
{
    const QPointer<AddKeysDialog> self(this);
    const auto vault = m_vault();
    if (!vault) {
        showTrouble(vault.error());
        co_return;
    }
    m_busy = true;
    updateButton();
    flows::StaticKeys keys;
    keys.accessKeyId = m_ui->accessKeyIdEdit->text().trimmed();
    keys.secretAccessKey = core::Secret(m_ui->secretEdit->text().trimmed().toUtf8());
    const auto kept = co_await flows::addCredentials(*vault, m_settings, name(), std::move(keys));
    if (!self)
        co_return;
    m_busy = false;
    updateButton();
    if (!kept) {
        showTrouble(kept.error());
        co_return;
    }
    m_ui->secretEdit->clear();
    accept();
}

void AddKeysDialog::showTrouble(const core::Error &error)
{
    m_ui->troubleLabel->setText(error.text());
    m_ui->troubleLabel->show();
}

} // namespace braketeer::gui
