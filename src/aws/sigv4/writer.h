#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstring>

namespace braketeer::aws {

/// Writes bytes one after the other into a buffer that is known to be large enough: no check, no growth per byte.
///
/// `Writer to(buffer, most); to.put("…"); to.finish();` leaves `buffer` with what was written and its capacity for the
/// next time. Never write more than `most`.
class Writer final
{
public:
    Writer(QByteArray &buffer, qsizetype most) : m_buffer(buffer)
    {
        if (m_buffer.capacity() < most)
            m_buffer = QByteArray(most, Qt::Uninitialized);
        else
            m_buffer.resize(most); // gives no memory back
        m_start = m_at = m_buffer.data();
    }

    void put(char c) { *m_at++ = c; }

    void put(QByteArrayView bytes)
    {
        if (bytes.isEmpty())
            return;
        std::memcpy(m_at, bytes.data(), size_t(bytes.size()));
        m_at += bytes.size();
    }

    /// For loops over bytes: write from here, then say where they end.
    char *position() const { return m_at; }

    void moveTo(char *end) { m_at = end; }

    qsizetype size() const { return m_at - m_start; }

    void finish() { m_buffer.resize(size()); }

private:
    QByteArray &m_buffer;
    char *m_start = nullptr;
    char *m_at = nullptr;
};

} // namespace braketeer::aws
