#pragma once

#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "gui/storage/bucketsmodel.h"
#include "gui/storage/listingmodel.h"
#include "gui/storage/placetrail.h"
#include "gui/storage/storageaccess.h"

#include <QObject>

#include <memory>
#include <optional>

namespace braketeer::gui {

/// Where in S3 somebody looks, and what is there: the list of buckets or one listing, with the way back.
///
/// Knows no widget. Without a right to list, typed addresses work all the same: an object that may be read is shown as
/// the only row.
class StorageNavigator final : public QObject
{
    Q_OBJECT
public:
    explicit StorageNavigator(QObject *parent = nullptr);
    ~StorageNavigator() override;

    /// Another session: everything is forgotten, nothing asked. Null: none.
    void setAccess(std::shared_ptr<const StorageAccess> access);

    const std::shared_ptr<const StorageAccess> &access() const { return m_access; }

    /// An empty place is the list of buckets; a key that ends with '/' a folder; any other key is a prefix: names that
    /// begin so.
    void go(const core::S3Uri &place);
    /// What somebody typed or pasted: any form that flows::parseAddress() knows. An object is selected, a folder
    /// without its last '/' is entered. False, with trouble() set: it is no address.
    bool goTyped(const QString &text);
    /// Lists from the server what begins with `name` in the folder shown.
    void search(const QString &name);
    void back();
    void forward();
    void up();
    void reload();
    void retry();
    /// Cancels what is under way; going on is possible.
    void stop();

    bool isStarted() const { return !m_trail.isEmpty(); }

    bool canGoBack() const { return m_trail.canGoBack(); }

    bool canGoForward() const { return m_trail.canGoForward(); }

    bool isInBuckets() const { return m_place.bucket.isEmpty(); }

    const core::S3Uri &place() const { return m_place; }

    /// The folder that the listing is of: the place without what was searched for.
    core::S3Uri folder() const;

    /// "s3://bucket/folder/"; empty for the list of buckets.
    QString address() const { return isInBuckets() ? QString() : m_place.toString(); }

    /// Region of the bucket shown; "" where it is not known.
    QString region() const;

    bool isLoading() const { return m_loadingBuckets || m_finding || m_listing.isLoading(); }

    /// One sentence: what went wrong and what to do; empty when nothing did.
    const QString &trouble() const { return m_trouble; }

    /// Asking again may help.
    bool canRetry() const { return m_canRetry; }

    /// Why the place is not shown, where it was refused; nothing where that is another matter, or none.
    const std::optional<core::Error> &refusal() const { return m_refusal; }

    ListingModel &listing() { return m_listing; }

    const ListingModel &listing() const { return m_listing; }

    BucketsModel &buckets() { return m_buckets; }

    const BucketsModel &buckets() const { return m_buckets; }

Q_SIGNALS:
    /// Another place, or the same anew. Rows follow.
    void moved();
    /// Loading, trouble, counts or region are others than before.
    void stateChanged();
    /// This key (of a bucket: its name) should be selected as soon as it is there.
    void selectionWanted(const QString &key);
    /// A listing was allowed: the place is worth remembering.
    void visited(const braketeer::core::S3Uri &folder);

private:
    void show(const core::S3Uri &place);
    QCoro::Task<> loadBuckets();
    QCoro::Task<> findRegions();
    QCoro::Task<> findObject(core::S3Uri place, core::Error refusal);
    void listingProgressed();
    void judgeListing();
    void takeFound(const core::S3Uri &place, const core::Result<flows::ObjectFacts> &facts, const core::Error &refusal);
    void settleTyped();
    void setTrouble(const QString &trouble, bool canRetry);

    std::shared_ptr<const StorageAccess> m_access;
    BucketsModel m_buckets;
    ListingModel m_listing;
    PlaceTrail m_trail;
    core::S3Uri m_place;
    QHash<QString, QString> m_regions; ///< by bucket, as far as pages told
    core::CancelToken m_cancel;
    quint64 m_visit = 0;
    QString m_trouble;
    std::optional<core::Error> m_refusal;
    bool m_canRetry = false;
    bool m_loadingBuckets = false;
    bool m_finding = false; ///< an object is asked for that could not be listed
    bool m_typed = false;   ///< the place was typed, and its first page is on its way
    bool m_sought = false;  ///< the object of this name was asked for
    bool m_told = false;    ///< visited() was sent for this place
};

} // namespace braketeer::gui
