#include "interrupt.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace braketeer::apps {
namespace {

// A signal handler can reach nothing but what is static.
volatile std::sig_atomic_t writeEnd = -1;

void onSignal(int number)
{
    const char byte = 0;
    if (writeEnd < 0 || ::write(writeEnd, &byte, 1) != 1)
        _exit(128 + number);
    struct sigaction byDefault = {};
    byDefault.sa_handler = SIG_DFL;
    sigaction(number, &byDefault, nullptr);
}

} // namespace

Interrupt::Interrupt(core::CancelToken token) : m_token(std::move(token))
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // Ctrl+C then ends the process, as it does by itself
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        m_token.cancel();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

Interrupt::~Interrupt()
{
    if (m_readEnd < 0)
        return;
    const int end = writeEnd;
    writeEnd = -1;
    ::close(end);
    ::close(m_readEnd);
}

} // namespace braketeer::apps
