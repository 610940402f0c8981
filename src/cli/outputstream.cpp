#include "cli/outputstream.h"

namespace braketeer::cli {

struct OutputStream::State
{
    Write write;
    Flush flush;
    std::function<void()> failed;
    int failure = 0;
};

OutputStream::OutputStream() : OutputStream(Write()) { }

OutputStream::OutputStream(Write write, Flush flush) : m_state(std::make_shared<State>())
{
    m_state->write = std::move(write);
    m_state->flush = std::move(flush);
}

void OutputStream::operator()(const QByteArray &bytes) const
{
    if (m_state->failure == 0 && m_state->write && !bytes.isEmpty())
        fail(m_state->write(bytes));
}

void OutputStream::flush() const
{
    if (m_state->failure == 0 && m_state->flush)
        fail(m_state->flush());
}

int OutputStream::failure() const
{
    return m_state->failure;
}

void OutputStream::onFailure(std::function<void()> action) const
{
    m_state->failed = std::move(action);
}

void OutputStream::fail(int number) const
{
    m_state->failure = number;
    if (number != 0 && m_state->failed)
        std::exchange(m_state->failed, {})();
}

} // namespace braketeer::cli
