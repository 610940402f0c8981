#include "sandbox/braket/searchrequest.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

constexpr qsizetype mostFilters = 10;
constexpr qsizetype mostValues = 10;
constexpr qsizetype longestValue = 256;
constexpr int mostResults = 100;

tl::unexpected<ServiceError> wrong(const QString &path, const QString &constraint)
{
    return invalid(
        u"1 validation error detected: Value at '%1' failed to satisfy constraint: %2"_s.arg(path, constraint));
}

ServiceResult<QStringList> readValues(const QJsonObject &json, const QString &path)
{
    const QJsonArray list = json[u"values"].toArray();
    if (list.isEmpty() || list.size() > mostValues)
        return wrong(path + ".values"_L1, u"Member must have length from 1 to 10"_s);
    QStringList values;
    for (const auto &value : list) {
        const QString text = value.toString();
        if (text.isEmpty() || text.size() > longestValue)
            return wrong(path + ".values"_L1, u"Member must be strings of 1 to 256 characters"_s);
        values.append(text);
    }
    return values;
}

ServiceResult<SearchFilter> readFilter(const QJsonObject &json, const QString &path, bool withOperators)
{
    const QString name = json[u"name"].toString();
    if (name.isEmpty())
        return wrong(path + ".name"_L1, u"Member must not be null"_s);
    const QString filterOperator = json[u"operator"].toString();
    if (withOperators && filterOperator.isEmpty())
        return wrong(path + ".operator"_L1, u"Member must not be null"_s);
    const auto values = readValues(json, path);
    if (!values)
        return tl::unexpected(values.error());
    return SearchFilter{name, filterOperator, *values};
}

} // namespace

ServiceResult<SearchRequest> readSearch(const Call &call, bool withOperators)
{
    const auto body = bodyOf(call);
    if (!body)
        return tl::unexpected(body.error());
    const QJsonValue filters = (*body)[u"filters"];
    if (!filters.isArray())
        return wrong(u"filters"_s, u"Member must not be null"_s);
    if (filters.toArray().size() > mostFilters)
        return wrong(u"filters"_s, u"Member must have length less than or equal to 10"_s);

    SearchRequest search;
    for (const auto &value : filters.toArray()) {
        const QString path = u"filters.%1.member"_s.arg(search.filters.size() + 1);
        const auto filter = readFilter(value.toObject(), path, withOperators);
        if (!filter)
            return tl::unexpected(filter.error());
        search.filters.append(*filter);
    }
    search.maxResults = (*body)[u"maxResults"].toInt(body->contains(u"maxResults") ? 0 : search.maxResults);
    if (search.maxResults < 1 || search.maxResults > mostResults)
        return wrong(u"maxResults"_s, u"Member must be between 1 and 100, inclusive"_s);
    search.nextToken = (*body)[u"nextToken"].toString();
    return search;
}

ServiceResult<Page> pageOf(const QStringList &ids, const SearchRequest &search)
{
    Page page;
    if (!search.nextToken.isEmpty()) {
        const QByteArray last = QByteArray::fromBase64(search.nextToken.toLatin1(), QByteArray::Base64UrlEncoding);
        page.begin = ids.indexOf(QString::fromUtf8(last)) + 1;
        if (page.begin == 0)
            return invalid(u"The nextToken is not valid."_s);
    }
    page.end = std::min<qsizetype>(ids.size(), page.begin + search.maxResults);
    if (page.end < ids.size())
        page.nextToken = QString::fromLatin1(ids.at(page.end - 1).toUtf8().toBase64(QByteArray::Base64UrlEncoding));
    return page;
}

} // namespace braketeer::sandbox
