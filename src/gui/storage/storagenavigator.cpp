#include "gui/storage/storagenavigator.h"

#include "flows/storage/address.h"
#include "gui/storage/storagewords.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

/// Lists of buckets without regions: so many are asked for one by one.
constexpr int mostRegionQuestions = 40;

} // namespace

StorageNavigator::StorageNavigator(QObject *parent) : QObject(parent)
{
    connect(&m_listing, &ListingModel::progressed, this, &StorageNavigator::listingProgressed);
    connect(&m_listing, &ListingModel::settled, this, &StorageNavigator::stateChanged);
    connect(&m_listing, &ListingModel::regionKnown, this, [this](const QString &bucket, const QString &region) {
        m_regions.insert(bucket, region);
        m_buckets.setRegion(bucket, region);
    });
}

StorageNavigator::~StorageNavigator()
{
    m_cancel.cancel();
}

void StorageNavigator::setAccess(std::shared_ptr<const StorageAccess> access)
{
    m_access = std::move(access);
    ++m_visit;
    m_cancel.cancel();
    m_trail = {};
    m_place = {};
    m_regions.clear();
    m_loadingBuckets = m_finding = m_typed = false;
    m_listing.leave();
    m_buckets.setBuckets({});
    setTrouble({}, false);
    Q_EMIT moved();
}

void StorageNavigator::go(const core::S3Uri &place)
{
    m_typed = false;
    m_trail.go(place);
    show(place);
}

bool StorageNavigator::goTyped(const QString &text)
{
    if (text.trimmed().isEmpty() || text.trimmed() == "s3://"_L1) {
        go({});
        return true;
    }
    const auto address = flows::parseAddress(text);
    if (!address) {
        setTrouble(address.error().text(), false);
        return false;
    }
    if (!address->region.isEmpty())
        m_regions.insert(address->uri.bucket, address->region);
    m_trail.go(address->uri);
    m_typed = !address->uri.key.isEmpty() && !address->uri.key.endsWith(u'/');
    show(address->uri);
    return true;
}

void StorageNavigator::search(const QString &name)
{
    core::S3Uri place = folder();
    place.key += name;
    go(place);
}

void StorageNavigator::back()
{
    if (!canGoBack())
        return;
    const core::S3Uri from = m_place;
    m_typed = false;
    show(m_trail.back());
    Q_EMIT selectionWanted(isInBuckets() ? from.bucket : from.key);
}

void StorageNavigator::forward()
{
    if (!canGoForward())
        return;
    m_typed = false;
    show(m_trail.forward());
}

void StorageNavigator::up()
{
    if (isInBuckets())
        return;
    const core::S3Uri from = folder();
    const bool searched = from != m_place;
    go(searched ? from : upFrom(from));
    if (!searched)
        Q_EMIT selectionWanted(isInBuckets() ? from.bucket : from.key);
}

void StorageNavigator::reload()
{
    if (isStarted())
        show(m_place);
    else
        go({});
}

void StorageNavigator::retry()
{
    if (!isInBuckets() && m_listing.loadedCount() > 0)
        m_listing.retry();
    else
        reload();
}

void StorageNavigator::stop()
{
    m_listing.stop();
    ++m_visit;
    m_cancel.cancel();
    m_loadingBuckets = m_finding = false;
    Q_EMIT stateChanged();
}

core::S3Uri StorageNavigator::folder() const
{
    return {m_place.bucket, m_place.key.first(m_place.key.lastIndexOf(u'/') + 1)};
}

QString StorageNavigator::region() const
{
    return m_regions.value(m_place.bucket, m_buckets.region(m_place.bucket));
}

void StorageNavigator::show(const core::S3Uri &place)
{
    ++m_visit;
    m_cancel.cancel();
    m_place = place;
    m_loadingBuckets = m_finding = m_told = m_sought = false;
    m_trouble.clear();
    m_refusal.reset();
    m_canRetry = false;
    Q_EMIT moved();
    if (!m_access)
        return;
    if (isInBuckets()) {
        m_listing.leave();
        loadBuckets();
    } else {
        m_listing.open(m_access->listPage, place);
    }
    Q_EMIT stateChanged();
}

QCoro::Task<> StorageNavigator::loadBuckets()
{
    const QPointer<StorageNavigator> self(this);
    const quint64 visit = m_visit;
    m_loadingBuckets = true;
    m_cancel = core::CancelToken();
    const auto buckets = co_await m_access->listBuckets(m_cancel);
    if (!self || visit != m_visit)
        co_return;
    m_loadingBuckets = false;
    if (buckets)
        m_buckets.setBuckets(*buckets);
    else
        setTrouble(bucketsTrouble(buckets.error()), !isRefused(buckets.error()));
    Q_EMIT stateChanged();
    if (buckets)
        findRegions();
}

QCoro::Task<> StorageNavigator::findRegions()
{
    const QPointer<StorageNavigator> self(this);
    const quint64 visit = m_visit;
    QStringList unknown;
    for (int row = 0; row < m_buckets.rowCount() && unknown.size() < mostRegionQuestions; ++row) {
        if (m_buckets.bucket(row).region.isEmpty())
            unknown.append(m_buckets.bucket(row).name);
    }
    const auto access = m_access;
    for (const QString &bucket : unknown) {
        const auto region = co_await access->bucketRegion(bucket, m_cancel);
        if (!self || visit != m_visit)
            co_return;
        if (region)
            m_buckets.setRegion(bucket, *region);
    }
}

void StorageNavigator::listingProgressed()
{
    if (isInBuckets())
        return;
    judgeListing();
    Q_EMIT stateChanged();
}

void StorageNavigator::judgeListing()
{
    const auto error = m_listing.error(); // a copy: looking for the object lets go of it
    if (error) {
        m_trouble = listingTrouble(*error, m_place, m_access->termsOf(m_place.bucket));
        m_canRetry = !isRefused(*error);
        m_refusal = error;
        const bool mayBeObject = !m_place.key.isEmpty() && !m_place.key.endsWith(u'/');
        if (isRefused(*error)) {
            m_typed = false;
            if (mayBeObject && !std::exchange(m_sought, true))
                findObject(m_place, *error);
        }
    } else if (!m_listing.isLoading() && !m_finding && !m_told && m_listing.loadedCount() > 0) {
        m_told = true;
        if (std::exchange(m_typed, false))
            settleTyped();
        Q_EMIT visited(folder());
    } else if (m_listing.isLoading()) {
        m_trouble.clear();
        m_refusal.reset();
    }
}

void StorageNavigator::settleTyped()
{
    // An object of this very name comes first among all that begin with it, and its folder in the first page.
    const core::S3Uri asFolder{m_place.bucket, m_place.key + u'/'};
    const qsizetype loaded = m_listing.loadedCount();
    for (qsizetype number = 0; number < loaded; ++number) {
        const core::S3Uri found = m_listing.objectOf(quint32(number)).place;
        if (found == m_place) {
            Q_EMIT selectionWanted(found.key);
            return;
        }
        if (found == asFolder) {
            m_trail.correct(asFolder);
            show(asFolder);
            return;
        }
    }
}

QCoro::Task<> StorageNavigator::findObject(core::S3Uri place, core::Error refusal)
{
    const QPointer<StorageNavigator> self(this);
    const quint64 visit = m_visit;
    m_finding = true;
    m_cancel = core::CancelToken();
    const auto facts = co_await m_access->inspect(place, m_cancel);
    if (!self || visit != m_visit)
        co_return;
    m_finding = false;
    takeFound(place, facts, refusal);
    Q_EMIT stateChanged();
}

void StorageNavigator::takeFound(const core::S3Uri &place, const core::Result<flows::ObjectFacts> &facts,
                                 const core::Error &refusal)
{
    if (facts) {
        m_refusal.reset();
        m_listing.showOnly({place, false, facts->size, facts->modified, facts->storageClass});
        if (!facts->region.isEmpty())
            m_regions.insert(place.bucket, facts->region);
        m_trouble = tr("These credentials may not list what is in “%1” (s3:ListBucket is missing), "
                       "but this object may be read.")
                        .arg(place.bucket);
        m_canRetry = false;
        Q_EMIT selectionWanted(place.key);
    } else if (isRefused(facts.error())) {
        m_trouble = listingTrouble(refusal, place, m_access->termsOf(place.bucket)) + u' '
                    + tr("The object “%1” may not be read either (s3:GetObject), or it does not exist.").arg(place.key);
    } else {
        m_trouble = facts.error().text();
    }
}

void StorageNavigator::setTrouble(const QString &trouble, bool canRetry)
{
    m_trouble = trouble;
    m_refusal.reset();
    m_canRetry = canRetry;
    Q_EMIT stateChanged();
}

} // namespace braketeer::gui
