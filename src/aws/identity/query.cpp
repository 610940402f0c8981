#include "aws/identity/query.h"

#include "aws/sigv4/percent.h"

using namespace Qt::StringLiterals;

namespace braketeer::aws {

Request stsRequest(QByteArrayView action, const Headers &members, bool repeatable)
{
    Request request;
    request.service = u"sts"_s;
    request.method = "POST"_ba;
    request.headers = {{"Content-Type"_ba, "application/x-www-form-urlencoded; charset=utf-8"_ba}};
    request.repeatable = repeatable;
    request.body = "Action="_ba + percentEncoded(action) + "&Version=2011-06-15"_ba;
    for (const Header &member : members) {
        request.body += '&' + percentEncoded(member.first) + '=' + percentEncoded(member.second);
    }
    return request;
}

} // namespace braketeer::aws
