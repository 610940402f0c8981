#pragma once

#include "core/clock.h"
#include "core/secret.h"
#include "core/secretvault.h"
#include "core/task.h"

#include <QProcessEnvironment>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace braketeer::aws {
class Client;
class CredentialProvider;
} // namespace braketeer::aws

namespace braketeer::services::s3 {
struct Access;
} // namespace braketeer::services::s3

namespace braketeer::store {
class History;
} // namespace braketeer::store

namespace braketeer::flows {

/// Long-lived keys, as a person types them or the built-in service hands them out.
struct StaticKeys
{
    QString accessKeyId;
    core::Secret secretAccessKey;
    core::Secret sessionToken; ///< empty for long-lived keys
};

/// What a person chose. Empty and unset mean "as the environment and the profile say".
struct SessionOptions
{
    QString profile;
    QString region;
    QString endpointUrl;
    QString caBundle;
    std::optional<int> connectTimeout; ///< seconds; 0: none
    std::optional<int> readTimeout;    ///< seconds; 0: none
    bool demo = false;                 ///< the built-in service: demo database, keys from `keys`, no profile read
    std::optional<StaticKeys> keys;    ///< used instead of the credential chain
    bool anonymous = false;            ///< S3 requests are not signed: public buckets, no keys needed
    bool requesterPays = false;        ///< agrees to pay for what is read from buckets whose owners want that
};

/// What the program gives a session: everything that is not a person's choice.
struct Surroundings
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    core::Clock clock = core::systemClock();
    /// Opens the keychain on first use; unset: no keychain.
    std::function<core::Result<std::shared_ptr<core::SecretVault>>()> vault;
    /// True for commands: the history works inside the call instead of on a thread of its own.
    bool historyInline = false;
    QString userAgent; ///< "braketeer/0.1 …"; empty: the client's own
};

/// Where requests go, for people and for the record.
struct Place
{
    QString profile;     ///< empty: none chosen
    QString region;      ///< never empty
    QString endpointUrl; ///< for Braket; empty: AWS's own
    bool demo = false;

    /// What the record has as the endpoint: the demo's is "demo", because its port is another each time.
    QString recordedEndpoint() const;
};

/// A chosen account, region and endpoint, with what is needed to work there. Cheap to keep, shared by flows.
///
/// Nothing is asked over the network and no history is opened before a flow needs it.
/// One thread: the one that opened it.
class Session final
{
public:
    struct Parts;
    explicit Session(std::unique_ptr<Parts> parts);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const Place &place() const;
    core::Clock clock() const;
    std::shared_ptr<aws::Client> client() const;
    std::shared_ptr<aws::CredentialProvider> credentials() const;

    /// How S3 is asked: the client, and which bucket is in which region as far as this session has learned.
    const services::s3::Access &s3() const;

    /// The bucket that the environment wants for jobs (AMZN_BRAKET_OUT_S3_BUCKET, as the Amazon Braket SDK reads it);
    /// empty: none.
    QString chosenBucket() const;

    /// The history of this session (real or demo), opened on first use and then kept. Fails with Store.
    [[nodiscard]] core::Task<std::shared_ptr<store::History>> history() const;

private:
    const std::unique_ptr<Parts> m_parts;
};

/// Reads the profile and builds the session. Touches no network.
///
/// Fails with Usage (an option or a configuration file that cannot be understood, an unknown region's shape), or
/// Credentials: no such profile, no region anywhere. Missing keys show only when something is sent: ask
/// `checkCredentials()` to know before.
core::Result<std::shared_ptr<Session>> openSession(SessionOptions options, Surroundings surroundings);

/// Where the keys come from ("profile research"). Fails with Credentials when there are none.
[[nodiscard]] core::Task<QString> checkCredentials(std::shared_ptr<Session> session);

/// Names of the profiles in the AWS configuration files and the keychain entries, sorted, each once.
QStringList profileNames(const Surroundings &surroundings);

} // namespace braketeer::flows
