#include "gui/storage/listingpages.h"

#include <QPointer>

namespace braketeer::gui {

ListingPages::~ListingPages()
{
    m_cancel.cancel();
}

void ListingPages::open(Lister lister, const core::S3Uri &place)
{
    leave();
    m_lister = std::move(lister);
    m_place = place;
    m_complete = false;
    load();
}

void ListingPages::leave()
{
    m_cancel.cancel();
    ++m_visit;
    m_token.clear();
    m_error.reset();
    m_loading = m_loadingAll = false;
    m_complete = true;
}

void ListingPages::next()
{
    if (!m_loading && !m_complete)
        load();
}

void ListingPages::loadAll()
{
    m_loadingAll = !m_complete;
    next();
}

void ListingPages::stop()
{
    m_loadingAll = false;
    if (!m_loading)
        return;
    m_cancel.cancel();
    ++m_visit;
    m_loading = false;
    Q_EMIT changed();
}

QCoro::Task<> ListingPages::load()
{
    const QPointer<ListingPages> self(this);
    const quint64 visit = m_visit;
    m_loading = true;
    m_error.reset();
    m_cancel = core::CancelToken();
    flows::ListQuery query;
    query.place = m_place;
    query.continuationToken = m_token;
    Q_EMIT changed();
    const auto page = co_await m_lister(query, m_cancel);
    if (!self || visit != m_visit)
        co_return;
    m_loading = false;
    if (!page) {
        m_loadingAll = false;
        m_error = page.error();
        Q_EMIT changed();
        co_return;
    }
    m_token = page->nextToken;
    m_complete = m_token.isEmpty();
    if (m_complete)
        m_loadingAll = false;
    Q_EMIT arrived(*page);
    Q_EMIT changed();
    // By the event loop: an answer that is there at once must not make this call itself again and again.
    if (m_loadingAll)
        QMetaObject::invokeMethod(this, &ListingPages::goOn, Qt::QueuedConnection);
}

void ListingPages::goOn()
{
    if (m_loadingAll && !m_error)
        next();
}

} // namespace braketeer::gui
