#include "flows/searchdevices.h"

#include "flows/pages.h"
#include "services/braket/searchdevices.h"

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

core::Task<Page> readPage(std::shared_ptr<Session> session, QByteArray document, core::CancelToken cancel)
{
    const auto answer = co_await services::braket::searchDevices(session->client(), document, cancel);
    if (!answer)
        co_return core::fail(answer.error());
    co_return Page{answer->json, answer->nextToken};
}

} // namespace

core::Task<QByteArray> searchDevices(std::shared_ptr<Session> session, QByteArray request, bool allPages,
                                     core::CancelToken cancel)
{
    const PageReader read = [session, cancel](QByteArray document) {
        return readPage(session, std::move(document), cancel);
    };
    if (allPages)
        co_return co_await readAllPages(request, u"devices"_s, read);
    const auto page = co_await read(request);
    if (!page)
        co_return core::fail(page.error());
    co_return page->json;
}

} // namespace braketeer::flows
