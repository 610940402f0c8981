#include "aws/headers.h"

namespace braketeer::aws {

QByteArray headerValue(const Headers &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.size() == name.size() && qstrnicmp(key.constData(), name.data(), size_t(name.size())) == 0)
            return value;
    }
    return {};
}

} // namespace braketeer::aws
