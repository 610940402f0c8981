#include "sandbox/http/requesthead.h"

#include <algorithm>

namespace braketeer::sandbox {
namespace {

constexpr qsizetype mostHeaders = 200;

QByteArray withoutLineEnd(QByteArray line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

QByteArray trimmedBlanks(const QByteArray &value)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    qsizetype begin = 0;
    qsizetype end = value.size();
    while (begin < end && isBlank(value.at(begin)))
        ++begin;
    while (end > begin && isBlank(value.at(end - 1)))
        --end;
    return value.mid(begin, end - begin);
}

bool readRequestLine(const QByteArray &line, RawRequest &request)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || words[0].isEmpty() || !words[1].startsWith('/') || !words[2].startsWith("HTTP/1."))
        return false;
    request.requestLine = line;
    request.method = words[0];
    request.target = words[1];
    return true;
}

bool readHeader(const QByteArray &line, RawRequest &request)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || request.headers.size() >= mostHeaders)
        return false;
    const QByteArray name = line.left(colon);
    if (name.contains(' ') || name.contains('\t'))
        return false;
    request.headers.append({name, trimmedBlanks(line.mid(colon + 1))});
    return true;
}

} // namespace

std::optional<RawRequest> parseRequestHead(const QByteArray &head)
{
    QList<QByteArray> lines = head.split('\n');
    const QByteArray firstLine = withoutLineEnd(lines.takeFirst());
    RawRequest request;
    if (lines.isEmpty() || !readRequestLine(firstLine, request))
        return {};
    lines.removeLast(); // what follows the last line end
    for (const QByteArray &each : lines) {
        const QByteArray line = withoutLineEnd(each);
        if (line.isEmpty())
            return request;
        if (!readHeader(line, request))
            return {};
    }
    return {}; // no empty line at its end
}

std::optional<BodyFraming> bodyFraming(const RawRequest &request)
{
    const auto count = [&request](QByteArrayView name) {
        return std::count_if(request.headers.cbegin(), request.headers.cend(), [name](const auto &header) {
            return header.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    const auto lengths = count("Content-Length");
    const auto codings = count("Transfer-Encoding");
    if (lengths + codings > 1)
        return {};
    if (codings == 1) {
        if (request.header("Transfer-Encoding").compare("chunked", Qt::CaseInsensitive) != 0)
            return {};
        return BodyFraming{.chunked = true};
    }
    if (lengths == 0)
        return BodyFraming{};
    const QByteArray text = request.header("Content-Length");
    const bool digits = !text.isEmpty()
                        && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 length = text.toLongLong(&fits);
    if (!digits || !fits)
        return {};
    return BodyFraming{.length = length};
}

} // namespace braketeer::sandbox
