#pragma once

#include "sandbox/faults/fault.h"
#include "sandbox/s3/s3service.h"
#include "sandbox/sandbox.h"
#include "sandbox/service/ledger.h"
#include "sandbox/service/service.h"

#include <mutex>

namespace braketeer::sandbox {

/// Where every request is received: proven, routed, carried out, spoiled by a fault if one is set, and recorded.
///
/// All members may be called from any thread; requests are carried out one at a time, but those for S3, whose bodies
/// are long.
class Desk final
{
public:
    explicit Desk(Options options);

    /// Reads the state file. Call once, before the first request.
    core::Result<> load();

    Answer handle(RawRequest request, BodyStream &body);

    core::Result<> addFault(const QString &rule);
    void clearFaults();
    static core::Result<> checkSpeed(double speed);
    core::Result<> setSpeed(double speed);
    void setClockSkew(std::chrono::seconds skew);
    void addKey(const KeyPair &key);

    double speed() const;
    QList<JobSnapshot> jobs();
    int requestCount(const QString &operation) const;
    QHash<QString, int> requestCounts() const;
    QList<RecordedRequest> requests() const;
    QDateTime serviceTime() const; ///< of the clock that clients are shown

    s3::Store &storage() { return m_s3.store(); }

private:
    struct Outcome
    {
        QString operation;
        Answer answer;
        QString note; ///< for the log
    };

    Answer handleSmall(const RawRequest &request);
    Answer handleS3(const RawRequest &request, BodyStream &body);
    Outcome serve(const RawRequest &request, const QString &requestId);
    Outcome carryOut(const Service &service, const Call &call, QString operation);
    void log(const Outcome &outcome, const RawRequest &request);

    const Options m_options;
    mutable std::mutex m_mutex;
    JobBook m_book;
    Keyring m_keys;
    FaultList m_faults;
    Ledger m_ledger;
    s3::S3Service m_s3;
    std::chrono::seconds m_skew{0};
    std::mutex m_logMutex;
};

} // namespace braketeer::sandbox
