#pragma once

#include <QByteArray>

namespace braketeer::core {

/// Bytes that must not be seen: a secret key, a session token, a password.
///
/// There is no QDebug operator, no conversion and no comparison that leaks timing. The bytes are wiped when the
/// last owner goes. `reveal()` is the one way in, so that a search for it finds every place a secret leaves its box.
///
/// The wipe covers this buffer only. Copies that a caller makes of the revealed bytes are the caller's to wipe.
class Secret final
{
public:
    Secret() = default;
    /// Takes the bytes over; `bytes` is detached, so that the wipe cannot reach somebody else's copy.
    explicit Secret(QByteArray bytes);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_bytes.isEmpty(); }

    /// A view of the bytes: valid as long as this object. Do not keep it, log it or store it.
    QByteArrayView reveal() const { return m_bytes; }

    /// True when both hold the same bytes, in time that depends on the length only.
    bool equals(const Secret &other) const;

private:
    void wipe() noexcept;

    QByteArray m_bytes;
};

} // namespace braketeer::core
