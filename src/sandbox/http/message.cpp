#include "sandbox/http/message.h"

#include <unistd.h>

#include <algorithm>
#include <numeric>

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

OpenFile::~OpenFile()
{
    ::close(m_descriptor);
}

qint64 Answer::bodySize() const
{
    return std::accumulate(files.cbegin(), files.cend(), qint64(body.size()),
                           [](qint64 sum, const FileSlice &slice) { return sum + slice.length; });
}

} // namespace braketeer::sandbox
