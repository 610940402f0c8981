#pragma once

#include "core/s3uri.h"
#include "flows/storage/terms.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <memory>

namespace braketeer::store {
class Settings;
struct Setting;
} // namespace braketeer::store

namespace braketeer::gui {

/// Bookmarks, recent places, and on which terms buckets are asked: of each profile its own. Kept in the settings.
class PlaceMemory final : public QObject
{
    Q_OBJECT
public:
    /// Without settings nothing is remembered.
    explicit PlaceMemory(std::shared_ptr<store::Settings> settings, QObject *parent = nullptr);
    ~PlaceMemory() override;

    /// Whose places (StorageAccess::owner).
    void setOwner(const QString &owner);

    /// In the order in which they were made.
    QList<core::S3Uri> bookmarks() const;
    bool isBookmarked(const core::S3Uri &place) const;
    void setBookmarked(const core::S3Uri &place, bool bookmarked);

    /// The newest first.
    QList<core::S3Uri> recents() const;
    void visited(const core::S3Uri &place);

    /// The buckets that are asked in another way than the rest.
    QHash<QString, flows::BucketTerms> terms() const;
    void setTerms(const QString &bucket, flows::BucketTerms terms);

Q_SIGNALS:
    void changed();

private:
    QStringList lines(const store::Setting &row) const;
    void keepLines(const store::Setting &row, const QStringList &lines);
    QList<core::S3Uri> places(const store::Setting &row) const;
    void keep(const store::Setting &row, const QList<core::S3Uri> &places);

    const std::shared_ptr<store::Settings> m_settings;
    QString m_owner;
};

} // namespace braketeer::gui
