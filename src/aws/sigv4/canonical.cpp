#include "aws/sigv4/canonical.h"

#include "aws/sigv4/percent.h"

#include <QVarLengthArray>

#include <algorithm>
#include <utility>

namespace braketeer::aws {
namespace {

using SortedHeaders = QVarLengthArray<const Header *, 24>;

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

int compareNames(const Header *left, const Header *right)
{
    const qsizetype shared = std::min(left->first.size(), right->first.size());
    const char *a = left->first.constData();
    const char *b = right->first.constData();
    for (qsizetype i = 0; i < shared; ++i) {
        const int difference = int(static_cast<unsigned char>(lower(a[i])))
                               - int(static_cast<unsigned char>(lower(b[i])));
        if (difference != 0)
            return difference;
    }
    return int(left->first.size() - right->first.size());
}

// Stable: values of equal names are joined in the order given.
SortedHeaders sorted(const std::array<std::span<const Header>, 2> &lists)
{
    SortedHeaders headers;
    for (const auto &list : lists) {
        for (const Header &header : list) {
            headers.append(&header);
            for (qsizetype i = headers.size() - 1; i > 0 && compareNames(headers[i], headers[i - 1]) < 0; --i)
                std::swap(headers[i], headers[i - 1]);
        }
    }
    return headers;
}

bool repeats(const SortedHeaders &headers, qsizetype i)
{
    return i > 0 && compareNames(headers[i - 1], headers[i]) == 0;
}

void putLower(Writer &to, QByteArrayView name)
{
    char *at = to.position();
    for (const char c : name)
        *at++ = lower(c);
    to.moveTo(at);
}

void putNames(Writer &to, const SortedHeaders &headers)
{
    for (qsizetype i = 0; i < headers.size(); ++i) {
        if (repeats(headers, i))
            continue;
        if (i > 0)
            to.put(';');
        putLower(to, headers[i]->first);
    }
}

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Blanks at the ends go, runs of blanks become one, also inside quotes and across folded lines.
void putTrimmed(Writer &to, QByteArrayView value)
{
    char *at = to.position();
    const char *const start = at;
    bool pending = false;
    for (const char c : value) {
        if (isBlank(c)) {
            pending = at != start;
            continue;
        }
        if (pending)
            *at++ = ' ';
        pending = false;
        *at++ = c;
    }
    to.moveTo(at);
}

void putHeaders(Writer &to, const SortedHeaders &headers)
{
    for (qsizetype i = 0; i < headers.size(); ++i) {
        if (repeats(headers, i)) {
            to.put(',');
        } else {
            if (i > 0)
                to.put('\n');
            putLower(to, headers[i]->first);
            to.put(':');
        }
        putTrimmed(to, headers[i]->second);
    }
    if (!headers.isEmpty())
        to.put('\n');
}

// As botocore does it: what climbs above the root is dropped, a slash at the end stays.
void putNormalized(Writer &to, QByteArrayView path)
{
    QVarLengthArray<QByteArrayView, 16> segments;
    for (qsizetype from = 0; from <= path.size();) {
        qsizetype end = path.indexOf('/', from);
        if (end < 0)
            end = path.size();
        const QByteArrayView segment = path.sliced(from, end - from);
        if (segment == "..") {
            if (!segments.isEmpty())
                segments.removeLast();
        } else if (!segment.isEmpty() && segment != ".") {
            segments.append(segment);
        }
        from = end + 1;
    }
    for (const QByteArrayView segment : segments) {
        to.put('/');
        putPercentEncoded(to, segment);
    }
    if (segments.isEmpty() || path.endsWith('/'))
        to.put('/');
}

void putPath(Writer &to, QByteArrayView path, PathRule rule)
{
    if (path.isEmpty())
        path = "/";
    switch (rule) {
    case PathRule::NormalizedThenEncoded:
        putNormalized(to, path);
        break;
    case PathRule::Encoded:
        putPercentEncoded(to, path, Slash::Keep);
        break;
    case PathRule::AsOnTheWire:
        to.put(path);
        break;
    }
}

// One member with nothing to decode or encode: by far the most queries.
bool isPlainMember(QByteArrayView query)
{
    qsizetype equals = 0;
    for (const char c : query) {
        if (c == '=')
            ++equals;
        else if (!isUnreserved(c))
            return false;
    }
    return equals == 1;
}

void putQuery(Writer &to, QByteArrayView query)
{
    if (query.isEmpty())
        return;
    if (isPlainMember(query)) {
        to.put(query);
        return;
    }
    QVarLengthArray<std::pair<QByteArray, QByteArray>, 16> members;
    for (qsizetype from = 0; from <= query.size();) {
        qsizetype end = query.indexOf('&', from);
        if (end < 0)
            end = query.size();
        const QByteArrayView member = query.sliced(from, end - from);
        from = end + 1;
        if (member.isEmpty())
            continue;
        const qsizetype equals = member.indexOf('=');
        const QByteArrayView name = equals < 0 ? member : member.first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : member.sliced(equals + 1);
        members.append({percentEncoded(percentDecoded(name)), percentEncoded(percentDecoded(value))});
    }
    std::sort(members.begin(), members.end());
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (i > 0)
            to.put('&');
        to.put(members[i].first);
        to.put('=');
        to.put(members[i].second);
    }
}

// What the canonical request can come to at most.
qsizetype mostBytes(const CanonicalInput &input)
{
    qsizetype most = input.method.size() + 3 * input.path.size() + 4 * input.query.size() + input.payloadHash.size()
                     + 16;
    for (const auto &list : input.headers) {
        for (const Header &header : list)
            most += 2 * header.first.size() + header.second.size() + 4;
    }
    return most;
}

} // namespace

QByteArray signedHeaderNames(const std::array<std::span<const Header>, 2> &headers)
{
    qsizetype most = 0;
    for (const auto &list : headers) {
        for (const Header &header : list)
            most += header.first.size() + 1;
    }
    QByteArray out;
    Writer to(out, most);
    putNames(to, sorted(headers));
    to.finish();
    return out;
}

QByteArrayView writeCanonicalRequest(QByteArray &out, const CanonicalInput &input)
{
    const SortedHeaders headers = sorted(input.headers);
    Writer to(out, mostBytes(input));
    to.put(input.method);
    to.put('\n');
    putPath(to, input.path, input.pathRule);
    to.put('\n');
    putQuery(to, input.query);
    to.put('\n');
    putHeaders(to, headers);
    to.put('\n');
    const qsizetype names = to.size();
    putNames(to, headers);
    const qsizetype namesEnd = to.size();
    to.put('\n');
    to.put(input.payloadHash);
    to.finish();
    return QByteArrayView(out).sliced(names, namesEnd - names);
}

} // namespace braketeer::aws
