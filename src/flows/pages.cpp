#include "flows/pages.h"

#include "exchange/json/readjson.h"
#include "exchange/json/writejson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

core::Result<job::Value> readObject(const QByteArray &json)
{
    auto value = exchange::readJson(json, exchange::DuplicateKeys::LastWins);
    if (value && value->isMap())
        return value;
    return core::fail(core::Error::Kind::Network,
                      QCoreApplication::translate("Search", "The service's answer is no JSON object."));
}

} // namespace

core::Task<QByteArray> readAllPages(QByteArray request, QString list, PageReader read)
{
    auto document = exchange::readJson(request);
    if (!document)
        co_return core::fail(document.error());
    QList<job::Value> items;
    QString token;
    for (;;) {
        const QByteArray body = exchange::writeJson(*document, exchange::JsonForm::Compact);
        const auto page = co_await read(body);
        if (!page)
            co_return core::fail(page.error());
        auto answer = readObject(page->json);
        if (!answer)
            co_return core::fail(answer.error());
        if (const job::Value *found = answer->find(list))
            items << found->items();
        if (page->nextToken.isEmpty() || page->nextToken == token) {
            answer->erase(u"nextToken");
            answer->insert(list, job::Value::list(items));
            co_return exchange::writeJson(*answer, exchange::JsonForm::Compact);
        }
        token = page->nextToken;
        document->insert(u"nextToken"_s, job::Value::text(token));
    }
}

} // namespace braketeer::flows
