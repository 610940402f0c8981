#include "aws/credentials/keychainprovider.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

constexpr QByteArrayView formatLine = "braketeer-keys-1";

bool isOneLine(QByteArrayView text)
{
    return !text.contains('\n') && !text.contains('\r');
}

class KeychainProvider final : public CredentialProvider
{
public:
    KeychainProvider(QString name, VaultOpener openVault)
        : m_state(std::make_shared<State>(State{std::move(name), std::move(openVault), {}}))
    {
    }

    core::Task<Credentials> credentials() override { return ask(m_state); }

private:
    struct State
    {
        QString name;
        VaultOpener openVault;
        std::optional<Credentials> known;
    };

    // Static, with the state by value: the provider may go while the keychain asks for a password.
    static core::Task<Credentials> ask(std::shared_ptr<State> state)
    {
        if (state->known)
            co_return core::Result<Credentials>(*state->known); // a bare lvalue would be moved from (QCoro 0.8)
        const core::Result<std::shared_ptr<core::SecretVault>> vault = state->openVault();
        if (!vault)
            co_return core::fail(vault.error());
        const core::Result<core::Secret> secret = co_await (*vault)->read(keychainEntry(state->name));
        if (!secret)
            co_return core::fail(secret.error());
        core::Result<Credentials> credentials = readKeychainSecret(*secret);
        if (!credentials)
            co_return core::fail(credentials.error());
        credentials->source = u"keychain "_s + state->name;
        state->known = *credentials;
        co_return *credentials;
    }

    const std::shared_ptr<State> m_state;
};

} // namespace

QString keychainEntry(const QString &name)
{
    return u"aws/"_s + name;
}

core::Result<core::Secret> keychainSecret(const Credentials &credentials)
{
    const QByteArray accessKeyId = credentials.accessKeyId.toUtf8();
    const QByteArrayView secret = credentials.secretAccessKey.reveal();
    const QByteArrayView token = credentials.sessionToken.reveal();
    if (accessKeyId.isEmpty() || secret.isEmpty())
        return core::fail(
            core::Error::Kind::Usage,
            QCoreApplication::translate("Credentials", "An access key id and a secret access key are needed."));
    if (!isOneLine(accessKeyId) || !isOneLine(secret) || !isOneLine(token))
        return core::fail(
            core::Error::Kind::Usage,
            QCoreApplication::translate("Credentials", "Keys hold no line breaks: check what was pasted."));
    QByteArray text;
    text.reserve(formatLine.size() + accessKeyId.size() + secret.size() + token.size() + 3); // grows never: no copies
    text.append(formatLine).append('\n').append(accessKeyId).append('\n').append(secret).append('\n').append(token);
    return core::Secret(std::move(text));
}

core::Result<Credentials> readKeychainSecret(const core::Secret &secret)
{
    QByteArrayView rest = secret.reveal();
    QByteArrayView lines[4];
    int count = 0;
    for (; count < 4; ++count) {
        const qsizetype end = count < 3 ? rest.indexOf('\n') : rest.size();
        if (end < 0)
            break;
        lines[count] = rest.first(end);
        rest = count < 3 ? rest.sliced(end + 1) : QByteArrayView();
    }
    if (count < 4 || lines[0] != formatLine || lines[1].isEmpty() || lines[2].isEmpty())
        return core::fail(core::Error::Kind::Credentials,
                          QCoreApplication::translate("Credentials", "The keychain entry holds no AWS keys."));
    Credentials credentials;
    credentials.accessKeyId = QString::fromUtf8(lines[1]);
    credentials.secretAccessKey = core::Secret(lines[2].toByteArray());
    credentials.sessionToken = core::Secret(lines[3].toByteArray());
    return credentials;
}

core::Result<std::shared_ptr<CredentialProvider>> keychainProvider(const CredentialContext &context)
{
    if (!context.keychainProfiles.contains(context.profile))
        return nullptr;
    if (!context.openVault)
        return core::fail(
            core::Error::Kind::Credentials,
            QCoreApplication::translate("Credentials", "The keys of “%1” are in the keychain, which is not in use.")
                .arg(context.profile));
    return std::make_shared<KeychainProvider>(context.profile, context.openVault);
}

} // namespace braketeer::aws
