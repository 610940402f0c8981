#pragma once

#include "core/result.h"
#include "core/secretvault.h"

#include <QCoroTask>
#include <QDialog>

#include <functional>
#include <memory>

namespace Ui {
class AddKeysDialog;
} // namespace Ui

namespace braketeer::store {
class Settings;
} // namespace braketeer::store

namespace braketeer::gui {

/// Asks for an access key and keeps it in the keychain of the operating system under a name.
///
/// Says where the key will live before it is typed. When there is no keychain it says so and stays open, with nothing
/// written anywhere. Open it with open(); accepted() means that the key was written and read back.
class AddKeysDialog final : public QDialog
{
    Q_OBJECT
public:
    using VaultOpener = std::function<core::Result<std::shared_ptr<core::SecretVault>>()>;

    AddKeysDialog(VaultOpener vault, std::shared_ptr<store::Settings> settings, QWidget *parent = nullptr);
    ~AddKeysDialog() override;

    /// The name that the keys were kept under.
    QString name() const;

private:
    QCoro::Task<> keep();
    void updateButton();
    void showTrouble(const core::Error &error);

    const VaultOpener m_vault;
    const std::shared_ptr<store::Settings> m_settings;
    const std::unique_ptr<Ui::AddKeysDialog> m_ui;
    bool m_busy = false;
};

} // namespace braketeer::gui
