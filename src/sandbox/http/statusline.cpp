#include "sandbox/http/statusline.h"

#include <algorithm>
#include <array>

namespace braketeer::sandbox {
namespace {

struct Reason
{
    int status;
    const char *phrase;
};

// RFC 9110, section 15
constexpr std::array reasons{
    Reason{200, "OK"},
    Reason{201, "Created"},
    Reason{204, "No Content"},
    Reason{206, "Partial Content"},
    Reason{301, "Moved Permanently"},
    Reason{304, "Not Modified"},
    Reason{400, "Bad Request"},
    Reason{402, "Payment Required"},
    Reason{403, "Forbidden"},
    Reason{404, "Not Found"},
    Reason{405, "Method Not Allowed"},
    Reason{409, "Conflict"},
    Reason{411, "Length Required"},
    Reason{412, "Precondition Failed"},
    Reason{413, "Content Too Large"},
    Reason{414, "URI Too Long"},
    Reason{416, "Range Not Satisfiable"},
    Reason{424, "Failed Dependency"},
    Reason{429, "Too Many Requests"},
    Reason{500, "Internal Server Error"},
    Reason{501, "Not Implemented"},
    Reason{502, "Bad Gateway"},
    Reason{503, "Service Unavailable"},
};

} // namespace

QByteArray statusLine(int status)
{
    const auto found = std::find_if(reasons.cbegin(), reasons.cend(),
                                    [status](const Reason &reason) { return reason.status == status; });
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + (found == reasons.cend() ? "Status" : found->phrase)
           + "\r\n";
}

} // namespace braketeer::sandbox
