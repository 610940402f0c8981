#pragma once

#include <QByteArray>

#include <functional>
#include <memory>

namespace braketeer::cli {

/// Standard output as commands see it: bytes as they are, no line end added.
///
/// A write that fails makes the whole run fail, whatever its command gives back: run() looks at failure() at the end,
/// and onFailure() stops a command that has more to write. Copies are one and the same stream.
class OutputStream final
{
public:
    /// Writes all of it. 0, or the number of the error (errno).
    using Write = std::function<int(const QByteArray &)>;
    /// Brings what was written to where it goes. 0, or errno.
    using Flush = std::function<int()>;

    /// Writes nowhere.
    OutputStream();
    explicit OutputStream(Write write, Flush flush = {});

    /// After a failure nothing is written any more.
    void operator()(const QByteArray &bytes) const;
    void flush() const;

    /// errno of the first write that failed; 0: none did.
    int failure() const;

    /// Called once, at the first failure.
    void onFailure(std::function<void()> action) const;

private:
    struct State;
    void fail(int number) const;

    std::shared_ptr<State> m_state;
};

} // namespace braketeer::cli
