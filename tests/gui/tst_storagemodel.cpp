#include "gui/storage/listingmodel.h"
#include "gui/storage/slicedsort.h"
#include "gui/storage/storagewords.h"
#include "gui/support/fakestorage.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <random>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr int million = 1'000'000;

/// A listing of `count` keys that are made as they are asked for.
ListingModel::Lister countingLister(int count, int *pages = nullptr)
{
    struct Answer
    {
        static core::Task<flows::ListPage> page(int total, flows::ListQuery query)
        {
            QTimer timer;
            timer.start(0);
            co_await timer;
            const int first = query.continuationToken.toInt();
            flows::ListPage page;
            for (int at = first; at < qMin(first + 1000, total); ++at) {
                flows::ObjectEntry entry;
                entry.key = query.place.key + u"measurements/run-%1/shot.json"_s.arg(at, 7, 10, QChar(u'0'));
                entry.size = qint64(at) * 7919 % 100'003;
                entry.modified = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addSecs(at);
                entry.storageClass = at % 3 ? u"STANDARD"_s : u"GLACIER"_s;
                page.entries.append(entry);
            }
            if (first + 1000 < total)
                page.nextToken = QString::number(first + 1000);
            page.region = u"us-west-2"_s;
            co_return core::Result<flows::ListPage>(page);
        }
    };

    return [count, pages](flows::ListQuery query, core::CancelToken) {
        if (pages)
            ++*pages;
        return Answer::page(count, query);
    };
}

void waitFor(ListingModel &model, int rows)
{
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() >= rows && !model.isLoading() && model.isSettled(), 50000);
}

QStringList names(const ListingModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found.append(model.index(row, ListingModel::Name).data().toString());
    return found;
}

const core::S3Uri place{u"data"_s, u"big/"_s};

} // namespace

class tst_StorageModel : public QObject
{
    Q_OBJECT

private:
    test::FakeStorage m_storage;

    void openSmall(ListingModel &model, const QString &prefix = {})
    {
        model.open(m_storage.access()->listPage, {u"small"_s, prefix});
        QTRY_VERIFY(!model.isLoading() && model.isSettled());
    }

private Q_SLOTS:

    void init()
    {
        m_storage = {};
        m_storage.put(u"small"_s, u"b.txt"_s, "22");
        m_storage.put(u"small"_s, u"A.csv"_s, "4444");
        m_storage.put(u"small"_s, u"folder/one"_s);
        m_storage.put(u"small"_s, u"folder/two"_s);
        m_storage.put(u"small"_s, u"c.json"_s, "333");
    }

    void aMillionKeysTakeLessThanAHundredBytesEach()
    {
        ListingModel model;
        model.open(countingLister(million), place);
        model.loadAll();
        waitFor(model, million);
        QVERIFY(model.isComplete());
        QCOMPARE(model.rowCount(), million);
        QVERIFY2(model.memory() < qsizetype(million) * 100, qPrintable(QString::number(model.memory())));
        QCOMPARE(model.object(million - 1).place.key, u"big/measurements/run-0999999/shot.json"_s);
        model.sort(ListingModel::Size, Qt::DescendingOrder);
        waitFor(model, million);
        QVERIFY(model.memory() < qsizetype(million) * 100);
        for (int row = 1; row < 1000; ++row)
            QVERIFY(model.object(row - 1).size >= model.object(row).size);
        model.setFilter(u"RUN-04242"_s);
        waitFor(model, 100);
        QCOMPARE(model.rowCount(), 100);
        for (int row = 1; row < 100; ++row)
            QVERIFY(model.object(row - 1).size >= model.object(row).size);
    }

    void pagesComeAsTheyAreAskedFor()
    {
        int pages = 0;
        ListingModel model;
        model.open(countingLister(2500, &pages), place);
        waitFor(model, 1000);
        QCOMPARE(pages, 1);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({})); // one at a time
        waitFor(model, 2000);
        model.fetchMore({});
        waitFor(model, 2500);
        QVERIFY(model.isComplete());
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(pages, 3);
    }

    void anAnswerThatComesAfterLeavingIsDropped()
    {
        ListingModel model;
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.open(countingLister(5), place);
        openSmall(model);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.rowCount(), 4);
        model.open(countingLister(5), place);
        model.leave();
        QTest::qWait(20);
        QCOMPARE(model.rowCount(), 0);
    }

    void leavingCancelsTheRequest()
    {
        core::CancelToken seen;
        ListingModel model;
        model.open(
            [&seen](flows::ListQuery query, core::CancelToken cancel) {
                seen = cancel;
                return countingLister(5)(query, cancel);
            },
            place);
        QVERIFY(!seen.isCancelled());
        model.leave();
        QVERIFY(seen.isCancelled());
    }

    void loadingAllCanBeStopped()
    {
        ListingModel model;
        model.open(countingLister(million), place);
        model.loadAll();
        QTRY_VERIFY(model.loadedCount() >= 5000);
        model.stop();
        const qsizetype loaded = model.loadedCount();
        QTest::qWait(20);
        QVERIFY(!model.isLoading());
        QCOMPARE(model.loadedCount(), loaded);
        QVERIFY(model.canFetchMore({})); // and scrolling goes on
    }

    void aFailedPageIsAskedForAgain()
    {
        m_storage.unlistable.insert(u"small"_s);
        ListingModel model;
        openSmall(model);
        QVERIFY(model.error());
        QVERIFY(!model.canFetchMore({}));
        m_storage.unlistable.clear();
        model.retry();
        waitFor(model, 4);
        QVERIFY(!model.error());
    }

    void namesAreShownAsServed()
    {
        ListingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        openSmall(model);
        QCOMPARE(names(model), QStringList({u"A.csv"_s, u"b.txt"_s, u"c.json"_s, u"folder/"_s}));
        openSmall(model, u"folder/"_s);
        QCOMPARE(names(model), QStringList({u"one"_s, u"two"_s}));
        openSmall(model, u"folder/t"_s);
        QCOMPARE(names(model), QStringList({u"two"_s}));
        QCOMPARE(model.object(0).place, (core::S3Uri{u"small"_s, u"folder/two"_s}));
    }

    void rowsAreSorted_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("name up") << int(ListingModel::Name) << Qt::AscendingOrder
                                 << QStringList{u"A.csv"_s, u"b.txt"_s, u"c.json"_s, u"folder/"_s};
        QTest::newRow("name down") << int(ListingModel::Name) << Qt::DescendingOrder
                                   << QStringList{u"folder/"_s, u"c.json"_s, u"b.txt"_s, u"A.csv"_s};
        QTest::newRow("size up") << int(ListingModel::Size) << Qt::AscendingOrder
                                 << QStringList{u"folder/"_s, u"b.txt"_s, u"c.json"_s, u"A.csv"_s};
        QTest::newRow("size down") << int(ListingModel::Size) << Qt::DescendingOrder
                                   << QStringList{u"folder/"_s, u"A.csv"_s, u"c.json"_s, u"b.txt"_s};
    }

    void rowsAreSorted()
    {
        QFETCH(const int, column);
        QFETCH(const Qt::SortOrder, order);
        QFETCH(const QStringList, expected);
        ListingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        openSmall(model);
        const QPersistentModelIndex kept = model.index(2, ListingModel::Name); // c.json
        model.sort(column, order);
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(names(model), expected);
        QCOMPARE(kept.data().toString(), u"c.json"_s);
        model.sort(ListingModel::Name, Qt::AscendingOrder);
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(names(model), QStringList({u"A.csv"_s, u"b.txt"_s, u"c.json"_s, u"folder/"_s}));
        QCOMPARE(kept.data().toString(), u"c.json"_s);
    }

    void pagesThatComeLaterAreSortedIn()
    {
        ListingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.sort(ListingModel::Size, Qt::AscendingOrder);
        model.open(countingLister(3000), place);
        model.loadAll();
        waitFor(model, 3000);
        QCOMPARE(model.rowCount(), 3000);
        for (int row = 1; row < 3000; ++row)
            QVERIFY(model.object(row - 1).size <= model.object(row).size);
    }

    void backToTheServedOrderInTheMiddleOfLoading()
    {
        ListingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(countingLister(4000), place);
        waitFor(model, 1000);
        model.sort(ListingModel::Size, Qt::DescendingOrder);
        model.loadAll();
        QTRY_VERIFY(model.loadedCount() >= 2000);
        model.sort(ListingModel::Name, Qt::AscendingOrder);
        waitFor(model, 4000);
        for (int row = 0; row < 4000; ++row)
            QCOMPARE(model.number(row), quint32(row));
    }

    void aFilterConcernsWhatIsLoaded()
    {
        int pages = 0;
        ListingModel model;
        model.open(countingLister(2500, &pages), place);
        waitFor(model, 1000);
        model.setFilter(u"0000 no such"_s);
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.canFetchMore({})); // an empty table must not draw in a million rows
        QCOMPARE(pages, 1);
        model.setFilter(u"Run-00009"_s);
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(model.rowCount(), 100);
        model.loadAll();
        QTRY_VERIFY(model.isComplete() && model.isSettled());
        QCOMPARE(model.rowCount(), 100);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 2500);
    }

    void theFilterKnowsLetters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("matches");
        QTest::newRow("nothing") << QString() << u"anything"_s << true;
        QTest::newRow("capitals") << u"BELL"_s << u"my-bell.py"_s << true;
        QTest::newRow("absent") << u"bella"_s << u"my-bell.py"_s << false;
        QTest::newRow("umlaut") << u"Ä"_s << u"über-ä"_s << true;
        QTest::newRow("ASCII in other letters") << u"b"_s << u"übe"_s << true;
        QTest::newRow("longer than the name") << u"abc"_s << u"ab"_s << false;
    }

    void theFilterKnowsLetters()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, name);
        QFETCH(const bool, matches);
        QCOMPARE(NameFilter(text).matches(name.toUtf8()), matches);
    }

    void aSliceSortIsStableAndComplete_data()
    {
        QTest::addColumn<int>("sorted");
        QTest::addColumn<int>("fresh");
        QTest::newRow("nothing") << 0 << 0;
        QTest::newRow("one") << 0 << 1;
        QTest::newRow("only what is sorted") << 5000 << 0;
        QTest::newRow("a page") << 5000 << 1000;
        QTest::newRow("an odd number of runs") << 100 << 9000;
        QTest::newRow("many") << 0 << 100'000;
    }

    void aSliceSortIsStableAndComplete()
    {
        QFETCH(const int, sorted);
        QFETCH(const int, fresh);
        const auto less = [](quint32 left, quint32 right) { return left / 10 < right / 10; };
        std::mt19937 random(7);
        std::vector<quint32> first(size_t(sorted), 0);
        std::vector<quint32> second(size_t(fresh), 0);
        for (auto *rows : {&first, &second}) {
            for (quint32 &row : *rows)
                row = quint32(random() % 50'000);
        }
        std::stable_sort(first.begin(), first.end(), less);
        std::vector<quint32> expected = first;
        expected.insert(expected.end(), second.begin(), second.end());
        std::stable_sort(expected.begin(), expected.end(), less);
        SlicedSort sort(first, second, less);
        while (!sort.step()) { }
        QCOMPARE(sort.take(), expected);
    }

    void awkwardNamesAreShown_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("shown");
        QTest::newRow("blank") << u"a b"_s << u"a b"_s;
        QTest::newRow("line end") << u"a\nb"_s << u"a\u240ab"_s;
        QTest::newRow("double slash") << u"/x"_s << u"/"_s;
        QTest::newRow("percent and plus") << u"100%+1"_s << u"100%+1"_s;
        QTest::newRow("emoji") << u"🐙"_s << u"🐙"_s;
    }

    void awkwardNamesAreShown()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, shown);
        m_storage = {};
        m_storage.put(u"small"_s, u"p/"_s + key);
        ListingModel model;
        openSmall(model, u"p/"_s);
        QCOMPARE(names(model), QStringList{shown});
    }

    void aFoldersOwnMarkerSaysSo()
    {
        m_storage.put(u"small"_s, u"folder/"_s, {});
        ListingModel model;
        openSmall(model, u"folder/"_s);
        QCOMPARE(names(model), QStringList({u"(marks this folder)"_s, u"one"_s, u"two"_s}));
        QCOMPARE(model.object(0).place.key, u"folder/"_s);
    }

    void rowsAreDraggedAsUris()
    {
        m_storage = {};
        m_storage.put(u"small"_s, u"a b%.txt"_s);
        ListingModel model;
        openSmall(model);
        const std::unique_ptr<QMimeData> mime(model.mimeData({model.index(0, 0), model.index(0, 1)}));
        QCOMPARE(mime->text(), u"s3://small/a b%.txt"_s);
        QCOMPARE(mime->urls().constFirst().toEncoded(), "s3://small/a%20b%25.txt"_ba);
    }

    void aRowThatCannotBeChosenSaysWhy()
    {
        ListingModel model;
        openSmall(model);
        model.setObjection(
            [](const ListedObject &object) { return object.folder ? u"One object is needed here."_s : QString(); });
        QCOMPARE(model.objection(0), QString());
        QCOMPARE(model.objection(3), u"One object is needed here."_s);
        QVERIFY(model.index(3, 0).data(Qt::ToolTipRole).toString().contains(u"One object is needed here."));
        QVERIFY(model.index(3, 0).data(Qt::ForegroundRole).isValid());
        QVERIFY(!model.index(0, 0).data(Qt::ForegroundRole).isValid());
    }

    void oneUp_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("up");
        QTest::newRow("object") << u"s3://b/a/c"_s << u"s3://b/a/"_s;
        QTest::newRow("folder") << u"s3://b/a/c/"_s << u"s3://b/a/"_s;
        QTest::newRow("top folder") << u"s3://b/a/"_s << u"s3://b/"_s;
        QTest::newRow("empty name") << u"s3://b/a//"_s << u"s3://b/a/"_s;
        QTest::newRow("slash first") << u"s3://b//"_s << u"s3://b/"_s;
    }

    void oneUp()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, up);
        QCOMPARE(upFrom(*core::S3Uri::parse(from)), *core::S3Uri::parse(up));
        QVERIFY(upFrom({u"b"_s, {}}).bucket.isEmpty());
    }
};

QTEST_MAIN(tst_StorageModel)
#include "tst_storagemodel.moc"
