#pragma once

#include "core/s3uri.h"

#include <QList>
#include <QObject>

#include <memory>

namespace braketeer::store {
class Settings;
struct Setting;
} // namespace braketeer::store

namespace braketeer::gui {

/// Bookmarks and recent places, of each profile its own. Kept in the settings.
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

Q_SIGNALS:
    void changed();

private:
    QList<core::S3Uri> places(const store::Setting &row) const;
    void keep(const store::Setting &row, const QList<core::S3Uri> &places);

    const std::shared_ptr<store::Settings> m_settings;
    QString m_owner;
};

} // namespace braketeer::gui
