#pragma once

#include "gui/storage/storageaccess.h"

#include <QCoroTimer>
#include <QHash>

#include <map>
#include <set>

namespace braketeer::test {

/// S3 as the storage views see it, in memory: buckets, objects, refusals. Answers come through the event loop.
class FakeStorage
{
public:
    struct Stored
    {
        qint64 size = 0;
        QByteArray bytes;
        QDateTime modified = QDateTime(QDate(2026, 11, 3), QTime(9, 30), Qt::UTC);
        QString storageClass = QStringLiteral("STANDARD");
    };

    void put(const QString &bucket, const QString &key, const QByteArray &bytes = "x")
    {
        buckets[bucket][key.toUtf8()] = Stored{bytes.size(), bytes};
    }

    std::shared_ptr<const gui::StorageAccess> access()
    {
        auto made = std::make_shared<gui::StorageAccess>();
        made->region = QStringLiteral("us-west-2");
        made->owner = QStringLiteral("research");
        made->listBuckets = [this](core::CancelToken) { return answerBuckets(); };
        made->bucketRegion = [this](QString bucket, core::CancelToken) { return answerRegion(bucket); };
        made->createBucket = [this](QString bucket, QString region) { return answerCreate(bucket, region); };
        made->defaultBucket = [] { return answerText(QStringLiteral("amazon-braket-us-west-2-000000000000")); };
        made->listPage = [this](flows::ListQuery query, core::CancelToken) { return answerPage(query); };
        made->inspect = [this](core::S3Uri place, core::CancelToken) { return answerFacts(place); };
        made->read = [this](core::S3Uri place, qint64 offset, qint64 length, core::CancelToken) {
            return answerBytes(place, offset, length);
        };
        made->makeFolder = [this](core::S3Uri place) { return answerFolder(place); };
        made->remove = [this](QList<core::S3Uri> objects, flows::DeleteProgress progress, core::CancelToken) {
            return answerRemove(objects, progress);
        };
        made->presign = [](core::S3Uri place, std::chrono::seconds expires) {
            return answerText(QStringLiteral("https://signed/%1?X-Amz-Expires=%2").arg(place.key).arg(expires.count()));
        };
        made->terms = [this](const QString &bucket) { return terms.value(bucket, flows::BucketTerms::Signed); };
        made->setTerms = [this](const QString &bucket, flows::BucketTerms chosen) { terms.insert(bucket, chosen); };
        return made;
    }

    std::map<QString, std::map<QByteArray, Stored>> buckets;
    QHash<QString, QString> regions;
    std::set<QString> unlistable; ///< buckets whose listing is refused
    bool bucketsRefused = false;
    int pageSize = 1000;
    int pagesAsked = 0;
    QStringList created;
    QHash<QString, flows::BucketTerms> terms;
    std::set<QString> missing; ///< buckets that are said not to exist

    static core::Error refusal()
    {
        core::Error error;
        error.kind = core::Error::Kind::Service;
        error.serviceCode = QStringLiteral("AccessDenied");
        error.httpStatus = 403;
        error.message = QStringLiteral("Access Denied");
        return error;
    }

private:
    static QCoro::Task<> pause()
    {
        QTimer timer;
        timer.setSingleShot(true);
        timer.start(0);
        co_await timer;
    }

    static core::Task<QString> answerText(QString text)
    {
        co_await pause();
        co_return core::Result<QString>(text);
    }

    core::Task<QList<flows::BucketEntry>> answerBuckets()
    {
        co_await pause();
        if (bucketsRefused)
            co_return core::fail(refusal());
        QList<flows::BucketEntry> entries;
        for (const auto &[name, objects] : buckets)
            entries.append({name, regions.value(name), QDateTime(QDate(2025, 1, 2), QTime(3, 4), Qt::UTC)});
        co_return core::Result<QList<flows::BucketEntry>>(entries);
    }

    core::Task<QString> answerRegion(QString bucket)
    {
        co_await pause();
        if (missing.contains(bucket)) {
            core::Error error = refusal();
            error.httpStatus = 404;
            error.serviceCode = QStringLiteral("NoSuchBucket");
            co_return core::fail(error);
        }
        co_return core::Result<QString>(regions.value(bucket, QStringLiteral("us-west-2")));
    }

    core::Task<> answerCreate(QString bucket, QString region)
    {
        co_await pause();
        buckets[bucket];
        created.append(bucket + u' ' + region);
        co_return core::Result<>();
    }

    core::Task<flows::ListPage> answerPage(flows::ListQuery query)
    {
        ++pagesAsked;
        co_await pause();
        if (unlistable.contains(query.place.bucket))
            co_return core::fail(refusal());
        flows::ListPage page;
        page.region = regions.value(query.place.bucket, QStringLiteral("us-west-2"));
        const auto bucket = buckets.find(query.place.bucket);
        if (bucket == buckets.end()) {
            core::Error error = refusal();
            error.httpStatus = 404;
            error.serviceCode = QStringLiteral("NoSuchBucket");
            error.message = QStringLiteral("There is no such bucket.");
            co_return core::fail(error);
        }
        const QByteArray prefix = query.place.key.toUtf8();
        const QByteArray after = query.continuationToken.toUtf8();
        for (auto at = bucket->second.lower_bound(prefix); at != bucket->second.end(); ++at) {
            if (!at->first.startsWith(prefix))
                break;
            const qsizetype slash = query.recursive ? -1 : at->first.indexOf('/', prefix.size());
            const QByteArray key = slash < 0 ? at->first : at->first.first(slash + 1);
            if (!after.isEmpty() && key <= after)
                continue;
            if (!page.entries.isEmpty() && page.entries.constLast().key.toUtf8() == key)
                continue;
            if (page.entries.size() == pageSize) {
                page.nextToken = page.entries.constLast().key;
                break;
            }
            flows::ObjectEntry entry;
            entry.key = QString::fromUtf8(key);
            entry.folder = slash >= 0;
            if (!entry.folder) {
                entry.size = at->second.size;
                entry.modified = at->second.modified;
                entry.storageClass = at->second.storageClass;
            }
            page.entries.append(entry);
        }
        co_return core::Result<flows::ListPage>(page);
    }

    const Stored *find(const core::S3Uri &place) const
    {
        const auto bucket = buckets.find(place.bucket);
        if (bucket == buckets.end())
            return nullptr;
        const auto object = bucket->second.find(place.key.toUtf8());
        return object == bucket->second.end() ? nullptr : &object->second;
    }

    static core::Error absent()
    {
        core::Error error = refusal();
        error.httpStatus = 404;
        error.serviceCode = QStringLiteral("NoSuchKey");
        error.message = QStringLiteral("There is no such object.");
        return error;
    }

    core::Task<flows::ObjectFacts> answerFacts(core::S3Uri place)
    {
        co_await pause();
        const Stored *object = find(place);
        if (!object)
            co_return core::fail(absent());
        flows::ObjectFacts facts;
        facts.size = object->size;
        facts.modified = object->modified;
        facts.storageClass = object->storageClass;
        facts.region = regions.value(place.bucket, QStringLiteral("us-west-2"));
        co_return core::Result<flows::ObjectFacts>(facts);
    }

    core::Task<QByteArray> answerBytes(core::S3Uri place, qint64 offset, qint64 length)
    {
        co_await pause();
        const Stored *object = find(place);
        if (!object)
            co_return core::fail(absent());
        co_return core::Result<QByteArray>(object->bytes.mid(offset, length));
    }

    core::Task<> answerFolder(core::S3Uri place)
    {
        co_await pause();
        put(place.bucket, place.key, {});
        co_return core::Result<>();
    }

    core::Task<int> answerRemove(QList<core::S3Uri> objects, flows::DeleteProgress progress)
    {
        co_await pause();
        for (const core::S3Uri &place : objects)
            buckets[place.bucket].erase(place.key.toUtf8());
        if (progress)
            progress(int(objects.size()), int(objects.size()));
        co_return core::Result<int>(int(objects.size()));
    }
};

} // namespace braketeer::test
