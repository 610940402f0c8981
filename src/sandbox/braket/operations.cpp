#include "sandbox/braket/operations.h"

#include <algorithm>
#include <array>

namespace braketeer::sandbox {
namespace {

// Source: service model braket-2019-09-01.
constexpr std::array table{
    Operation{"CreateJob", "POST", "/job", 201, createJob},
    Operation{"GetJob", "GET", "/job/{}", 200, getJob},
    Operation{"CancelJob", "PUT", "/job/{}/cancel", 200, cancelJob},
    Operation{"SearchJobs", "POST", "/jobs", 200, searchJobs},
    Operation{"GetDevice", "GET", "/device/{}", 200, getDevice},
    Operation{"SearchDevices", "POST", "/devices", 200, searchDevices},
    Operation{"ListTagsForResource", "GET", "/tags/{}", 200, listTags},
    Operation{"TagResource", "POST", "/tags/{}", 200, tagResource},
    Operation{"UntagResource", "DELETE", "/tags/{}", 200, untagResource},
};

// The label where the path fits the pattern; empty text where the pattern has none.
std::optional<QByteArray> matchPath(const QList<QByteArray> &path, QByteArrayView pattern)
{
    const QList<QByteArray> parts = pattern.toByteArray().split('/');
    if (parts.size() != path.size())
        return {};
    QByteArray label = "";
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i] == "{}")
            label = path[i];
        if (parts[i] == "{}" ? path[i].isEmpty() : parts[i] != path[i])
            return {};
    }
    return label;
}

} // namespace

std::span<const Operation> operations()
{
    return table;
}

Match findOperation(const RawRequest &request)
{
    const QList<QByteArray> path = request.path().split('/');
    for (const Operation &operation : table) {
        if (request.method != operation.method)
            continue;
        if (const auto label = matchPath(path, operation.path))
            return {&operation, QString::fromUtf8(QByteArray::fromPercentEncoding(*label))};
    }
    return {};
}

} // namespace braketeer::sandbox
