#pragma once

#include "archive/source.h"
#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "core/task.h"
#include "flows/session.h"

#include <memory>
#include <stop_token>

namespace braketeer::flows {

/// An object in S3 as bytes that another thread can ask for: each read becomes a ranged GET on the thread that made
/// this, which must go on with its events meanwhile. Reading ends with Cancelled when `stop` is asked to.
class ObjectReads final : public std::enable_shared_from_this<ObjectReads>
{
public:
    /// `size`: the object's bytes.
    static std::shared_ptr<ObjectReads> make(std::shared_ptr<Session> session, core::S3Uri place, qint64 size,
                                             core::CancelToken cancel);
    ~ObjectReads();

    /// The source for a reader on another thread, one at a time.
    archive::Source source(std::stop_token stop);

private:
    struct State;
    ObjectReads();
    core::Result<QByteArray> read(qint64 offset, qint64 length, const std::stop_token &stop);
    core::Task<> fetch(std::shared_ptr<ObjectReads> self, qint64 offset, qint64 length);

    std::unique_ptr<State> m_state;
};

} // namespace braketeer::flows
