#include "aws/http/proxy.h"

#include <QtGlobal>

namespace braketeer::aws {
namespace {

QString variable(const char *lower, const char *upper)
{
    const QString value = qEnvironmentVariable(lower);
    return value.isEmpty() ? qEnvironmentVariable(upper) : value;
}

} // namespace

ProxySettings proxyFromEnvironment()
{
    return {variable("http_proxy", "HTTP_PROXY"), variable("https_proxy", "HTTPS_PROXY"),
            variable("no_proxy", "NO_PROXY")};
}

} // namespace braketeer::aws
