#include "aws/http/oneshotbody.h"

#include <cstring>

namespace braketeer::aws {

OneShotBody::OneShotBody(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneShotBody::seek(qint64)
{
    return false;
}

qint64 OneShotBody::readData(char *data, qint64 most)
{
    if (m_at == m_bytes.size())
        return -1;
    const qint64 count = std::min(most, m_bytes.size() - m_at);
    std::memcpy(data, m_bytes.constData() + m_at, size_t(count));
    m_at += count;
    return count;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace braketeer::aws
