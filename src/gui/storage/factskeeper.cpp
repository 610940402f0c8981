#include "gui/storage/factskeeper.h"

#include "flows/storage/lookatstorage.h"
#include "gui/job/jobdocument.h"
#include "gui/storage/storagedesk.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int lookDelay = 600; ///< milliseconds after the last change: nobody is asked about half a name

QStringList placesOf(const job::JobSpec &spec)
{
    QStringList uris;
    const QList<job::StoragePlace> places = job::storagePlaces(spec);
    for (const job::StoragePlace &place : places)
        uris.append(place.uri);
    return uris;
}

} // namespace

FactsKeeper::FactsKeeper(JobDocument &document, StorageDesk &desk, QObject *parent)
    : QObject(parent), m_document(document), m_desk(desk)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookDelay);
    connect(&m_soon, &QTimer::timeout, this, &FactsKeeper::lookNow);
    connect(&document, &JobDocument::changed, this, &FactsKeeper::follow);
    connect(&document, &JobDocument::replaced, this, [this] { follow({}); });
    connect(&desk, &StorageDesk::accessChanged, this, [this] {
        m_document.setStorageFacts({}); // another account may see other things
        lookSoon();
    });
    connect(&desk, &StorageDesk::transferEnded, this, [this](const flows::TransferStatus &status) {
        if (status.direction == flows::Direction::Upload && status.state == flows::TransferState::Done)
            lookSoon();
    });
    lookSoon();
}

FactsKeeper::~FactsKeeper()
{
    m_cancel.cancel();
}

void FactsKeeper::follow(const job::Path &changed)
{
    if (!changed.isEmpty() && !job::holdsPlaces(changed.topLevel()))
        return;
    if (placesOf(m_document.spec()) != m_places)
        lookSoon();
}

void FactsKeeper::lookSoon()
{
    m_cancel.cancel();
    m_places = placesOf(m_document.spec());
    m_soon.start();
}

void FactsKeeper::lookNow()
{
    m_soon.stop();
    m_cancel.cancel();
    m_cancel = core::CancelToken();
    m_places = placesOf(m_document.spec());
    if (m_desk.session() && !m_places.isEmpty())
        look(m_desk.session(), m_cancel);
}

QCoro::Task<> FactsKeeper::look(std::shared_ptr<flows::Session> session, core::CancelToken cancel)
{
    const QPointer<FactsKeeper> self(this);
    const auto facts = co_await flows::lookAtStorage(std::move(session), m_document.spec(), cancel);
    if (self && facts && !cancel.isCancelled())
        m_document.setStorageFacts(*facts);
}

} // namespace braketeer::gui
