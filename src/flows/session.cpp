#include "flows/session.h"

#include "aws/credentials/chain.h"
#include "aws/credentials/configlocations.h"
#include "aws/credentials/fixedprovider.h"
#include "aws/credentials/profilesettings.h"
#include "aws/http/client.h"
#include "services/s3/access.h"
#include "store/history/history.h"
#include "store/paths.h"
#include "store/settings/settings.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

/// The history, opened once, however many ask while it is being opened.
struct HistoryHolder
{
    QString path;
    store::HistoryOptions options;
    std::shared_ptr<store::History> history;
    core::Error error;
    std::optional<core::Task<>> opening;
};

core::Task<> openInto(std::shared_ptr<HistoryHolder> holder)
{
    const auto opened = co_await store::History::open(holder->path, holder->options);
    if (!opened) {
        holder->error = opened.error();
        co_return core::fail(opened.error());
    }
    holder->history = *opened;
    co_return {};
}

/// Stands in where the choice of a provider failed: a session is good for a look at the history without any keys.
class NoCredentials final : public aws::CredentialProvider
{
public:
    explicit NoCredentials(core::Error error) : m_error(std::move(error)) { }

    core::Task<aws::Credentials> credentials() override { co_return core::fail(m_error); }

private:
    const core::Error m_error;
};

core::Error noRegion()
{
    core::Error error;
    error.kind = core::Error::Kind::Credentials;
    error.message = QCoreApplication::translate("Session", "No region is set.");
    error.suggestion = QCoreApplication::translate(
        "Session",
        "Choose one with --region, the variable AWS_REGION or AWS_DEFAULT_REGION, or “region” in the profile. "
        "Braket works in us-east-1, us-west-1, us-west-2, eu-west-2 and eu-north-1.");
    return error;
}

/// The names of the keychain's entries. Keys in the environment need none of them, and then the file is not read.
QStringList keychainNames(const QProcessEnvironment &environment, const QString &chosenProfile)
{
    const auto has = [&](const QString &name) { return !environment.value(name).trimmed().isEmpty(); };
    const bool named = !chosenProfile.isEmpty() || has(u"AWS_PROFILE"_s) || has(u"AWS_DEFAULT_PROFILE"_s);
    if (!named && has(u"AWS_ACCESS_KEY_ID"_s))
        return {};
    return store::Settings(store::settingsFile(environment)).list(store::setting::credentialNames);
}

/// What the environment, the files and the options come to.
struct Configuration
{
    aws::ProfileSettings settings;
    std::shared_ptr<aws::CredentialProvider> provider;
};

std::shared_ptr<aws::CredentialProvider> fixedKeys(const StaticKeys &keys, bool demo, const core::Clock &clock)
{
    aws::Credentials credentials;
    credentials.accessKeyId = keys.accessKeyId;
    credentials.secretAccessKey = keys.secretAccessKey;
    credentials.sessionToken = keys.sessionToken;
    credentials.source = demo ? u"demo"_s : u"session"_s;
    return aws::fixedProvider(std::move(credentials), clock);
}

core::Result<Configuration> demoConfiguration(const SessionOptions &options, const Surroundings &surroundings)
{
    Configuration configuration;
    configuration.settings.region = options.region.isEmpty() ? u"us-west-2"_s : options.region;
    configuration.settings.endpointUrl = options.endpointUrl;
    configuration.provider = fixedKeys(options.keys.value_or(StaticKeys{}), true, surroundings.clock);
    return configuration;
}

core::Result<Configuration> readConfiguration(const SessionOptions &options, const Surroundings &surroundings)
{
    const QProcessEnvironment &environment = surroundings.environment;
    auto files = aws::readConfigFiles(aws::configLocations(environment));
    if (!files)
        return core::fail(files.error());
    const QStringList names = keychainNames(environment, options.profile);
    auto settings = aws::resolveSettings({options.profile, options.region, options.endpointUrl, options.caBundle},
                                         environment, *files, names);
    if (!settings)
        return core::fail(settings.error());
    if (settings->region.isEmpty())
        return core::fail(noRegion());

    Configuration configuration{std::move(*settings), {}};
    if (options.keys) {
        configuration.provider = fixedKeys(*options.keys, false, surroundings.clock);
        return configuration;
    }
    aws::CredentialContext context;
    context.environment = environment;
    context.config = std::move(*files);
    context.profile = configuration.settings.profile;
    context.profileChosen = configuration.settings.profileChosen;
    context.profileNamed = configuration.settings.profileNamed;
    context.keychainProfiles = names;
    context.openVault = surroundings.vault;
    context.clock = surroundings.clock;
    auto provider = aws::chooseProvider(context);
    configuration.provider = provider ? std::move(*provider)
                                      : std::make_shared<NoCredentials>(std::move(provider.error()));
    return configuration;
}

aws::ClientConfig clientConfig(const aws::ProfileSettings &settings, const SessionOptions &options,
                               const Surroundings &surroundings)
{
    aws::ClientConfig config;
    config.region = settings.region;
    config.endpointUrl = settings.endpointUrl;
    config.endpointUrls = settings.endpointUrls;
    config.useFips = settings.useFips;
    config.useDualStack = settings.useDualStack;
    config.caBundle = settings.caBundle;
    config.s3Addressing = settings.s3Addressing;
    if (settings.maxAttempts)
        config.maxAttempts = *settings.maxAttempts;
    if (options.connectTimeout)
        config.connectTimeout = std::chrono::seconds(*options.connectTimeout);
    if (options.readTimeout)
        config.readTimeout = std::chrono::seconds(*options.readTimeout);
    if (!surroundings.userAgent.isEmpty())
        config.userAgent = surroundings.userAgent.toUtf8();
    return config;
}

} // namespace

struct Session::Parts
{
    Place place;
    core::Clock clock;
    std::shared_ptr<aws::CredentialProvider> provider;
    std::shared_ptr<aws::Client> client;
    services::s3::Access s3;
    QString chosenBucket;
    std::shared_ptr<HistoryHolder> history;
};

QString Place::recordedEndpoint() const
{
    return demo ? u"demo"_s : endpointUrl;
}

Session::Session(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Session::~Session() = default;

const Place &Session::place() const
{
    return m_parts->place;
}

core::Clock Session::clock() const
{
    return m_parts->clock;
}

std::shared_ptr<aws::Client> Session::client() const
{
    return m_parts->client;
}

std::shared_ptr<aws::CredentialProvider> Session::credentials() const
{
    return m_parts->provider;
}

const services::s3::Access &Session::s3() const
{
    return m_parts->s3;
}

QString Session::chosenBucket() const
{
    return m_parts->chosenBucket;
}

core::Task<std::shared_ptr<store::History>> Session::history() const
{
    const auto holder = m_parts->history;
    if (!holder->history && (!holder->opening || holder->opening->isReady()))
        holder->opening = openInto(holder);
    if (!holder->history)
        co_await *holder->opening;
    if (!holder->history)
        co_return core::fail(holder->error);
    // Spelled out: QCoro 0.8 moves from an lvalue that it has to convert.
    co_return core::Result<std::shared_ptr<store::History>>(holder->history);
}

core::Result<std::shared_ptr<Session>> openSession(SessionOptions options, Surroundings surroundings)
{
    auto configuration = options.demo ? demoConfiguration(options, surroundings)
                                      : readConfiguration(options, surroundings);
    if (!configuration)
        return core::fail(configuration.error());
    const aws::ProfileSettings &settings = configuration->settings;

    auto parts = std::make_unique<Session::Parts>();
    parts->place.profile = settings.profileNamed || settings.profileChosen ? settings.profile : QString();
    parts->place.region = settings.region;
    parts->place.endpointUrl = settings.endpointUrls.value(u"braket"_s, settings.endpointUrl);
    parts->place.demo = options.demo;
    parts->clock = surroundings.clock;
    parts->provider = configuration->provider;
    parts->client = std::make_shared<aws::Client>(clientConfig(settings, options, surroundings), parts->provider,
                                                  surroundings.clock);
    parts->s3.client = parts->client;
    parts->s3.regions = std::make_shared<services::s3::BucketRegions>();
    parts->s3.anonymous = options.anonymous;
    parts->s3.requesterPays = options.requesterPays;
    if (!options.demo)
        parts->chosenBucket = surroundings.environment.value(u"AMZN_BRAKET_OUT_S3_BUCKET"_s).trimmed();
    parts->history = std::make_shared<HistoryHolder>();
    parts->history->path = store::historyFile(store::dataFolder(surroundings.environment), options.demo);
    parts->history->options.place = surroundings.historyInline ? store::HistoryOptions::Place::Inline
                                                               : store::HistoryOptions::Place::Thread;
    return std::make_shared<Session>(std::move(parts));
}

core::Task<QString> checkCredentials(std::shared_ptr<Session> session)
{
    const auto keys = co_await session->credentials()->credentials();
    if (!keys)
        co_return core::fail(keys.error());
    co_return keys->source;
}

QStringList profileNames(const Surroundings &surroundings)
{
    QStringList names =
        store::Settings(store::settingsFile(surroundings.environment)).list(store::setting::credentialNames);
    if (const auto files = aws::readConfigFiles(aws::configLocations(surroundings.environment)))
        names << files->profiles.keys();
    names.removeDuplicates();
    names.sort();
    return names;
}

} // namespace braketeer::flows
