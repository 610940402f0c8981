#include "services/braket/search.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

QByteArray SearchPage::toDocument() const
{
    QJsonArray conditions;
    for (const SearchFilter &filter : filters) {
        QJsonObject condition{{"name"_L1, filter.name}, {"values"_L1, QJsonArray::fromStringList(filter.values)}};
        if (!filter.op.isEmpty())
            condition.insert("operator"_L1, filter.op);
        conditions.append(condition);
    }
    QJsonObject document{{"filters"_L1, conditions}};
    if (maxResults)
        document.insert("maxResults"_L1, *maxResults);
    if (!nextToken.isEmpty())
        document.insert("nextToken"_L1, nextToken);
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace braketeer::services::braket
