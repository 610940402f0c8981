#include "sandbox/s3/conditions.h"

#include "sandbox/s3/xml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

bool names(const QByteArray &list, const QByteArray &eTag)
{
    for (QByteArray each : list.split(',')) {
        each = each.trimmed();
        if (each.startsWith("W/"))
            each.remove(0, 2);
        if (each == "*" || each == eTag || each == '"' + eTag + '"')
            return true;
    }
    return false;
}

Refusal notModified(const Object &object)
{
    return {304, {}, {}, {}, {{"ETag"_ba, '"' + object.eTag + '"'}, {"Last-Modified"_ba, httpTime(object.modifiedMs)}}};
}

// Empty where there is no such header, or it cannot be understood.
std::optional<qint64> timeIn(const RawRequest &request, const QByteArray &header)
{
    const QDateTime time = readHttpTime(request.header(header));
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

Refusal invalidRange(const QByteArray &range, const Object &object)
{
    return {416,
            "InvalidRange"_ba,
            u"The requested range is not satisfiable"_s,
            {{"RangeRequested"_ba, range}, {"ActualObjectSize"_ba, QByteArray::number(object.size)}},
            {{"Content-Range"_ba, "bytes */" + QByteArray::number(object.size)}}};
}

struct Ends
{
    std::optional<qint64> first;
    std::optional<qint64> last;
};

// Empty where it is not one range of bytes.
std::optional<Ends> readEnds(const QByteArray &text)
{
    constexpr QByteArrayView unit = "bytes=";
    const qsizetype dash = text.indexOf('-');
    if (!text.startsWith(unit) || dash < 0)
        return {};
    const auto number = [](const QByteArray &word, std::optional<qint64> &end) {
        if (word.isEmpty())
            return true;
        bool isNumber = false;
        end = word.toLongLong(&isNumber);
        return isNumber && std::all_of(word.cbegin(), word.cend(), [](char c) { return c >= '0' && c <= '9'; });
    };
    Ends ends;
    if (!number(text.mid(unit.size(), dash - unit.size()), ends.first) || !number(text.mid(dash + 1), ends.last))
        return {};
    const bool empty = !ends.first && !ends.last;
    const bool backwards = ends.first && ends.last && *ends.last < *ends.first;
    return empty || backwards ? std::nullopt : std::optional(ends);
}

} // namespace

std::optional<Refusal> checkConditions(const RawRequest &request, const Object &object, const QByteArray &prefix)
{
    const QByteArray match = request.header(prefix + "If-Match");
    const QByteArray noneMatch = request.header(prefix + "If-None-Match");
    const qint64 modified = object.modifiedMs / 1000;
    if (!match.isEmpty() && !names(match, object.eTag))
        return preconditionFailed("If-Match");
    const auto unmodifiedSince = timeIn(request, prefix + "If-Unmodified-Since");
    if (match.isEmpty() && unmodifiedSince && modified > *unmodifiedSince)
        return preconditionFailed("If-Unmodified-Since");
    const auto unchanged = [&](const QByteArray &condition) {
        return prefix.isEmpty() ? notModified(object) : preconditionFailed(condition);
    };
    if (!noneMatch.isEmpty() && names(noneMatch, object.eTag))
        return unchanged("If-None-Match");
    const auto modifiedSince = timeIn(request, prefix + "If-Modified-Since");
    if (noneMatch.isEmpty() && modifiedSince && modified <= *modifiedSince)
        return unchanged("If-Modified-Since");
    return {};
}

std::optional<Refusal> checkWriteConditions(const RawRequest &request, const Object *current)
{
    if (!request.header("If-None-Match").isEmpty() && current)
        return preconditionFailed("If-None-Match");
    const QByteArray match = request.header("If-Match");
    if (match.isEmpty())
        return {};
    if (!current)
        return noSuchKey({});
    return names(match, current->eTag) ? std::nullopt : std::optional(preconditionFailed("If-Match"));
}

Outcome<Range> rangeWanted(const RawRequest &request, const Object &object)
{
    const Range whole{0, object.size, true};
    const QByteArray text = request.header("Range");
    const QByteArray ifRange = request.header("If-Range");
    const auto ends = readEnds(text);
    if (!ends || (!ifRange.isEmpty() && !names(ifRange, object.eTag)))
        return whole;
    if (!ends->first) {
        const qint64 length = std::min(*ends->last, object.size);
        if (length == 0)
            return refuse(invalidRange(text, object));
        return Range{object.size - length, length, false};
    }
    if (*ends->first >= object.size)
        return refuse(invalidRange(text, object));
    const qint64 last = std::min(ends->last.value_or(object.size - 1), object.size - 1);
    return Range{*ends->first, last - *ends->first + 1, false};
}

Outcome<Range> readCopyRange(const QByteArray &text, const Object &object)
{
    if (text.isEmpty())
        return Range{0, object.size, true};
    const auto ends = readEnds(text);
    if (!ends || !ends->first || !ends->last)
        return refuse(
            invalidArgument(u"The x-amz-copy-source-range value must be of the form bytes=first-last where "
                            u"first and last are the zero-based offsets of the first and last bytes to copy"_s,
                            "x-amz-copy-source-range", text));
    if (*ends->last >= object.size)
        return refuse(invalidRange(text, object));
    return Range{*ends->first, *ends->last - *ends->first + 1, false};
}

} // namespace braketeer::sandbox::s3
