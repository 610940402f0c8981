#include "gui/storage/placememory.h"

#include "store/settings/settings.h"

namespace braketeer::gui {
namespace {

constexpr QChar separator(u'\t');
constexpr qsizetype mostRecents = 12;
constexpr QLatin1StringView requesterPays("requester-pays");
constexpr QLatin1StringView unsignedWord("unsigned");

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

/// What belongs to the owner, without the name in front.
QStringList PlaceMemory::lines(const store::Setting &row) const
{
    QStringList own;
    const QStringList all = m_settings ? m_settings->list(row) : QStringList();
    for (const QString &line : all) {
        const qsizetype at = line.indexOf(separator);
        if (at >= 0 && QStringView(line).first(at) == m_owner)
            own.append(line.sliced(at + 1));
    }
    return own;
}

void PlaceMemory::keepLines(const store::Setting &row, const QStringList &lines)
{
    if (!m_settings)
        return;
    QStringList all = m_settings->list(row);
    all.removeIf([this](const QString &line) { return line.startsWith(m_owner + separator); });
    for (const QString &line : lines)
        all.append(m_owner + separator + line);
    m_settings->set(row, all);
    Q_EMIT changed();
}

QList<core::S3Uri> PlaceMemory::places(const store::Setting &row) const
{
    QList<core::S3Uri> found;
    const QStringList kept = lines(row);
    for (const QString &line : kept) {
        if (const auto place = core::S3Uri::parse(line))
            found.append(*place);
    }
    return found;
}

void PlaceMemory::keep(const store::Setting &row, const QList<core::S3Uri> &places)
{
    QStringList texts;
    for (const core::S3Uri &place : places)
        texts.append(place.toString());
    keepLines(row, texts);
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

QHash<QString, flows::BucketTerms> PlaceMemory::terms() const
{
    QHash<QString, flows::BucketTerms> found;
    const QStringList kept = lines(store::setting::storageTerms);
    for (const QString &line : kept) {
        const QString bucket = line.section(separator, 0, 0);
        const QString word = line.section(separator, 1);
        if (word == requesterPays)
            found.insert(bucket, flows::BucketTerms::RequesterPays);
        else if (word == unsignedWord)
            found.insert(bucket, flows::BucketTerms::Unsigned);
    }
    return found;
}

void PlaceMemory::setTerms(const QString &bucket, flows::BucketTerms terms)
{
    QStringList kept = lines(store::setting::storageTerms);
    kept.removeIf([&bucket](const QString &line) { return line.section(separator, 0, 0) == bucket; });
    if (terms != flows::BucketTerms::Signed)
        kept.append(bucket + separator
                    + (terms == flows::BucketTerms::Unsigned ? QString(unsignedWord) : QString(requesterPays)));
    keepLines(store::setting::storageTerms, kept);
}

} // namespace braketeer::gui
