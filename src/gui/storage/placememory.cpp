#include "gui/storage/placememory.h"

#include "store/settings/settings.h"

namespace braketeer::gui {
namespace {

constexpr QChar separator(u'\t');
constexpr qsizetype mostRecents = 12;

} // namespace

PlaceMemory::PlaceMemory(std::shared_ptr<store::Settings> settings, QObject *parent)
    : QObject(parent), m_settings(std::move(settings))
{
}

PlaceMemory::~PlaceMemory() = default;

void PlaceMemory::setOwner(const QString &owner)
{
    m_owner = owner;
    Q_EMIT changed();
}

QList<core::S3Uri> PlaceMemory::places(const store::Setting &row) const
{
    QList<core::S3Uri> found;
    const QStringList lines = m_settings ? m_settings->list(row) : QStringList();
    for (const QString &line : lines) {
        const qsizetype at = line.indexOf(separator);
        if (at < 0 || QStringView(line).first(at) != m_owner)
            continue;
        if (const auto place = core::S3Uri::parse(QStringView(line).sliced(at + 1)))
            found.append(*place);
    }
    return found;
}

void PlaceMemory::keep(const store::Setting &row, const QList<core::S3Uri> &places)
{
    if (!m_settings)
        return;
    QStringList lines = m_settings->list(row);
    lines.removeIf([this](const QString &line) { return line.startsWith(m_owner + separator); });
    for (const core::S3Uri &place : places)
        lines.append(m_owner + separator + place.toString());
    m_settings->set(row, lines);
    Q_EMIT changed();
}

QList<core::S3Uri> PlaceMemory::bookmarks() const
{
    return places(store::setting::storageBookmarks);
}

bool PlaceMemory::isBookmarked(const core::S3Uri &place) const
{
    return bookmarks().contains(place);
}

void PlaceMemory::setBookmarked(const core::S3Uri &place, bool bookmarked)
{
    QList<core::S3Uri> kept = bookmarks();
    kept.removeAll(place);
    if (bookmarked)
        kept.append(place);
    keep(store::setting::storageBookmarks, kept);
}

QList<core::S3Uri> PlaceMemory::recents() const
{
    const QList<core::S3Uri> oldestFirst = places(store::setting::storageRecents);
    return {oldestFirst.crbegin(), oldestFirst.crend()};
}

void PlaceMemory::visited(const core::S3Uri &place)
{
    QList<core::S3Uri> kept = places(store::setting::storageRecents);
    if (place.bucket.isEmpty() || (!kept.isEmpty() && kept.constLast() == place))
        return;
    kept.removeAll(place);
    kept.append(place);
    if (kept.size() > mostRecents)
        kept.removeFirst();
    keep(store::setting::storageRecents, kept);
}

} // namespace braketeer::gui
