#pragma once

#include "core/result.h"
#include "sandbox/http/message.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace braketeer::sandbox {

/// One rule of misbehaviour. Its grammar is documented where people meet it: Sandbox::addFault().
struct Fault
{
    enum class Kind { Throttle, Error, Status, NotJson, Truncate, Delay, ResetBefore, ResetAfter, Slow, Change };

    Kind kind = Kind::Throttle;
    QString operation; ///< "*": every one
    int status = 0;    ///< of Error and Status
    QByteArray code;   ///< of Error
    std::chrono::milliseconds delay{0};
    qint64 bytesPerSecond = 0; ///< of Slow
    int remaining = 1;         ///< forever, if negative

    /// Fails with Usage, naming the part that cannot be understood.
    static core::Result<Fault> parse(const QString &rule);

    /// Whether the request is carried out at all.
    bool preventsWork() const;
};

/// The rules in force. Not thread-safe.
class FaultList
{
public:
    void add(Fault fault) { m_faults.append(std::move(fault)); }

    void clear() { m_faults.clear(); }

    /// The first rule for the operation, used up by one.
    std::optional<Fault> take(const QString &operation);

private:
    QList<Fault> m_faults;
};

} // namespace braketeer::sandbox
