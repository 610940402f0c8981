#include "aws/sigv4/canonical.h"

#include "aws/sigv4/percent.h"

#include <QVarLengthArray>

#include <algorithm>

namespace braketeer::aws {
namespace {

using SortedHeaders = QVarLengthArray<const Header *, 24>;

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

bool lessByName(const Header *left, const Header *right)
{
    return std::lexicographical_compare(
        left->first.cbegin(), left->first.cend(), right->first.cbegin(), right->first.cend(),
        [](char a, char b) { return static_cast<unsigned char>(lower(a)) < static_cast<unsigned char>(lower(b)); });
}

bool sameName(const Header *left, const Header *right)
{
    return !lessByName(left, right) && !lessByName(right, left);
}

// Stable: values of equal names are joined in the order given.
SortedHeaders sorted(const std::array<std::span<const Header>, 2> &lists)
{
    SortedHeaders headers;
    for (const auto &list : lists) {
        for (const Header &header : list) {
            const auto place = std::upper_bound(headers.begin(), headers.end(), &header, lessByName);
            headers.insert(place, &header);
        }
    }
    return headers;
}

void appendLower(QByteArray &out, QByteArrayView name)
{
    for (const char c : name)
        out.append(lower(c));
}

void appendNames(QByteArray &out, const SortedHeaders &headers)
{
    const Header *previous = nullptr;
    for (const Header *header : headers) {
        if (previous && sameName(previous, header))
            continue;
        if (previous)
            out.append(';');
        appendLower(out, header->first);
        previous = header;
    }
}

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Blanks at the ends go, runs of blanks become one, also inside quotes and across folded lines.
void appendTrimmed(QByteArray &out, QByteArrayView value)
{
    bool pending = false;
    const qsizetype start = out.size();
    for (const char c : value) {
        if (isBlank(c)) {
            pending = out.size() > start;
            continue;
        }
        if (pending)
            out.append(' ');
        pending = false;
        out.append(c);
    }
}

void appendHeaders(QByteArray &out, const SortedHeaders &headers)
{
    for (qsizetype i = 0; i < headers.size(); ++i) {
        if (i > 0 && sameName(headers[i - 1], headers[i])) {
            out.append(',');
        } else {
            if (i > 0)
                out.append('\n');
            appendLower(out, headers[i]->first);
            out.append(':');
        }
        appendTrimmed(out, headers[i]->second);
    }
    if (!headers.isEmpty())
        out.append('\n');
}

// As botocore does it: what climbs above the root is dropped, a slash at the end stays.
void appendNormalized(QByteArray &out, QByteArrayView path)
{
    QVarLengthArray<QByteArrayView, 16> segments;
    for (qsizetype from = 0; from <= path.size();) {
        qsizetype to = path.indexOf('/', from);
        if (to < 0)
            to = path.size();
        const QByteArrayView segment = path.sliced(from, to - from);
        if (segment == "..") {
            if (!segments.isEmpty())
                segments.removeLast();
        } else if (!segment.isEmpty() && segment != ".") {
            segments.append(segment);
        }
        from = to + 1;
    }
    for (const QByteArrayView segment : segments) {
        out.append('/');
        appendPercentEncoded(out, segment);
    }
    if (segments.isEmpty() || path.endsWith('/'))
        out.append('/');
}

void appendPath(QByteArray &out, QByteArrayView path, PathRule rule)
{
    if (path.isEmpty())
        path = "/";
    switch (rule) {
    case PathRule::NormalizedThenEncoded:
        appendNormalized(out, path);
        break;
    case PathRule::Encoded:
        appendPercentEncoded(out, path, Slash::Keep);
        break;
    case PathRule::AsOnTheWire:
        out.append(path);
        break;
    }
}

void appendReencoded(QByteArray &out, QByteArray &decoded, QByteArrayView text)
{
    decoded.resize(0);
    appendPercentDecoded(decoded, text);
    appendPercentEncoded(out, decoded);
}

void appendQuery(QByteArray &out, QByteArrayView query)
{
    if (query.isEmpty())
        return;

    struct Place
    {
        qsizetype name, equals, end;
    };

    QByteArray text; // all members one after the other, encoded anew
    QByteArray decoded;
    QVarLengthArray<Place, 16> places;
    for (qsizetype from = 0; from <= query.size();) {
        qsizetype to = query.indexOf('&', from);
        if (to < 0)
            to = query.size();
        const QByteArrayView member = query.sliced(from, to - from);
        from = to + 1;
        if (member.isEmpty())
            continue;
        const qsizetype equals = member.indexOf('=');
        Place place{};
        place.name = text.size();
        appendReencoded(text, decoded, equals < 0 ? member : member.first(equals));
        place.equals = text.size();
        text.append('=');
        if (equals >= 0)
            appendReencoded(text, decoded, member.sliced(equals + 1));
        place.end = text.size();
        places.append(place);
    }
    const QByteArrayView all(text);
    std::sort(places.begin(), places.end(), [all](const Place &a, const Place &b) {
        const int names = all.sliced(a.name, a.equals - a.name).compare(all.sliced(b.name, b.equals - b.name));
        if (names != 0)
            return names < 0;
        return all.sliced(a.equals, a.end - a.equals).compare(all.sliced(b.equals, b.end - b.equals)) < 0;
    });
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (i > 0)
            out.append('&');
        out.append(all.sliced(places[i].name, places[i].end - places[i].name));
    }
}

} // namespace

void appendSignedHeaders(QByteArray &out, const std::array<std::span<const Header>, 2> &headers)
{
    appendNames(out, sorted(headers));
}

void appendCanonicalRequest(QByteArray &out, const CanonicalInput &input)
{
    const SortedHeaders headers = sorted(input.headers);
    out.append(input.method);
    out.append('\n');
    appendPath(out, input.path, input.pathRule);
    out.append('\n');
    appendQuery(out, input.query);
    out.append('\n');
    appendHeaders(out, headers);
    out.append('\n');
    appendNames(out, headers);
    out.append('\n');
    out.append(input.payloadHash);
}

} // namespace braketeer::aws
