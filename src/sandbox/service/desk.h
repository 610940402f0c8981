#pragma once

#include "sandbox/faults/fault.h"
#include "sandbox/sandbox.h"
#include "sandbox/service/ledger.h"
#include "sandbox/service/service.h"

#include <mutex>

namespace braketeer::sandbox {

/// Where every request is received: proven, routed, carried out, spoiled by a fault if one is set, and recorded.
///
/// All members may be called from any thread; requests are carried out one at a time.
class Desk final
{
public:
    explicit Desk(Options options);

    /// Reads the state file. Call once, before the first request.
    core::Result<> load();

    Answer handle(const RawRequest &request);

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

private:
    struct Outcome
    {
        QString operation;
        Answer answer;
        QString note; ///< for the log
    };

    Outcome serve(const RawRequest &request, const QString &requestId);
    Outcome carryOut(const Service &service, const Call &call, QString operation);
    void log(const Outcome &outcome, const RawRequest &request);

    const Options m_options;
    mutable std::mutex m_mutex;
    JobBook m_book;
    Keyring m_keys;
    FaultList m_faults;
    Ledger m_ledger;
    std::chrono::seconds m_skew{0};
    std::mutex m_logMutex;
};

} // namespace braketeer::sandbox
