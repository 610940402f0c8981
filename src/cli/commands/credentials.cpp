#include "cli/commands/credentials.h"

#include "cli/arguments.h"
#include "flows/credentials.h"

#include <QCoreApplication>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CredentialsCommand)
};

core::Result<std::shared_ptr<core::SecretVault>> openVault(const Invocation &call)
{
    if (!call.context.surroundings.vault)
        return core::fail(Error::Kind::Store,
                          Text::tr("There is no keychain here; use environment variables instead."));
    return call.context.surroundings.vault();
}

core::Task<int> add(Invocation call, exchange::ParsedArguments arguments)
{
    const QString accessKeyId = arguments.value(QStringLiteral("--access-key-id"));
    const auto vault = openVault(call);
    if (!vault)
        co_return core::fail(vault.error());
    auto secret = call.context.console.readSecret(Text::tr("Secret access key: "));
    if (!secret)
        co_return core::fail(secret.error());
    flows::StaticKeys keys{accessKeyId, std::move(*secret), {}};
    const auto added = co_await flows::addCredentials(*vault, call.context.settings(), arguments.rest.at(1),
                                                      std::move(keys));
    if (!added)
        co_return core::fail(added.error());
    auto answer = job::Value::map();
    answer.insert(QStringLiteral("name"), job::Value::text(arguments.rest.at(1)));
    answer.insert(QStringLiteral("accessKeyId"), job::Value::text(accessKeyId));
    co_return printAnswer(call, answer);
}

core::Task<int> list(Invocation call)
{
    const auto vault = openVault(call);
    if (!vault)
        co_return core::fail(vault.error());
    const auto stored = co_await flows::listCredentials(*vault, call.context.settings());
    if (!stored)
        co_return core::fail(stored.error());
    auto answer = job::Value::list();
    for (const flows::StoredCredentials &entry : *stored) {
        auto row = job::Value::map();
        row.insert(QStringLiteral("name"), job::Value::text(entry.name));
        row.insert(QStringLiteral("state"),
                   job::Value::text(entry.present ? QStringLiteral("present") : QStringLiteral("locked or missing")));
        row.insert(QStringLiteral("accessKeyId"), entry.present ? job::Value::text(entry.accessKeyId) : job::Value());
        answer.items() << row;
    }
    co_return printAnswer(call, answer);
}

core::Task<int> remove(Invocation call, exchange::ParsedArguments arguments)
{
    const auto vault = openVault(call);
    if (!vault)
        co_return core::fail(vault.error());
    const auto removed = co_await flows::removeCredentials(*vault, call.context.settings(), arguments.rest.at(1));
    if (!removed)
        co_return core::fail(removed.error());
    auto answer = job::Value::map();
    answer.insert(QStringLiteral("removed"), job::Value::text(arguments.rest.at(1)));
    co_return printAnswer(call, answer);
}

} // namespace

core::Task<int> credentials(Invocation call)
{
    // Only the id has an option: a secret on the command line would stand in the process list and the shell's history.
    const auto arguments = readArguments(call.arguments, {{.name = QStringLiteral("--access-key-id")}}, 1, 2);
    if (!arguments)
        co_return core::fail(arguments.error());
    const QString verb = arguments->rest.first();
    const bool named = arguments->rest.size() == 2;
    if (verb == u"add" && named && arguments->has(QStringLiteral("--access-key-id")))
        co_return co_await add(call, *arguments);
    if (verb == u"list" && !named)
        co_return co_await list(call);
    if (verb == u"remove" && named)
        co_return co_await remove(call, *arguments);
    co_return core::fail(
        Error::Kind::Usage,
        Text::tr("Use “credentials add NAME --access-key-id ID”, “credentials list” or “credentials remove NAME”."));
}

} // namespace braketeer::cli
