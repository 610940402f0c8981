#include "sandbox/http/message.h"

#include <algorithm>

namespace braketeer::sandbox {
namespace {

auto findHeader(const HeaderList &headers, QByteArrayView name)
{
    return std::find_if(headers.cbegin(), headers.cend(),
                        [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

QByteArray RawRequest::path() const
{
    return target.split('?').first();
}

QByteArray RawRequest::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArray() : target.mid(mark + 1);
}

QByteArray RawRequest::header(QByteArrayView name) const
{
    const auto found = findHeader(headers, name);
    return found == headers.cend() ? QByteArray() : found->second;
}

bool RawRequest::hasHeader(QByteArrayView name) const
{
    return findHeader(headers, name) != headers.cend();
}

} // namespace braketeer::sandbox
