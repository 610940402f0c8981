#pragma once

#include <QByteArray>
#include <QFile>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace braketeer::tests {

/// A terminal that nobody sits at: a program that writes to `name()` believes that somebody looks on.
class Terminal final
{
public:
    Terminal() : m_end(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK))
    {
        if (m_end < 0 || ::grantpt(m_end) != 0 || ::unlockpt(m_end) != 0)
            qFatal("No terminal.");
        // Held open: what a program wrote that has ended is not lost.
        m_other = ::open(::ptsname(m_end), O_RDWR | O_NOCTTY | O_CLOEXEC);
    }

    ~Terminal()
    {
        ::close(m_other);
        ::close(m_end);
    }

    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    QString name() const { return QFile::decodeName(::ptsname(m_end)); }

    /// What was written since the last call.
    QByteArray said() const
    {
        QByteArray text;
        char piece[4096];
        for (;;) {
            const ssize_t count = ::read(m_end, piece, sizeof piece);
            if (count <= 0)
                return text;
            text.append(piece, count);
        }
    }

private:
    const int m_end;
    int m_other = -1;
};

} // namespace braketeer::tests
