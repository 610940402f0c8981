#include "aws/http/useragent.h"

namespace braketeer::aws {

QByteArray defaultUserAgent()
{
    return QByteArrayLiteral("Braketeer/" BRAKETEER_VERSION " BraketSchemas/1.8.0");
}

} // namespace braketeer::aws
