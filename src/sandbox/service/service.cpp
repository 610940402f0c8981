#include "sandbox/service/service.h"

#include <algorithm>
#include <array>

namespace braketeer::sandbox {

const Service *findService(QByteArrayView signingName)
{
    static constexpr std::array services{&braketService, &stsService};
    const auto found = std::find_if(services.cbegin(), services.cend(), [signingName](const Service *service) {
        return signingName == service->signingName;
    });
    return found == services.cend() ? nullptr : *found;
}

const Service &likelyService(const RawRequest &request)
{
    const bool form = request.header("Content-Type").startsWith("application/x-www-form-urlencoded");
    return form || request.query().contains("Action=") ? stsService : braketService;
}

} // namespace braketeer::sandbox
