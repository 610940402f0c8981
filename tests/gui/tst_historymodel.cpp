#include "gui/history/historymodel.h"
#include "gui/history/historywords.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

HistoryRow row(qint64 id, const QString &status = u"RUNNING"_s)
{
    HistoryRow row;
    row.submission.id = id;
    row.submission.jobName = u"job-%1"_s.arg(id);
    row.submission.state = store::SubmissionState::Accepted;
    row.submission.status = status;
    row.submission.createdAt = now.addSecs(-240);
    row.submission.jobArn = u"arn:aws:braket:us-west-2:000000000000:job/%1"_s.arg(id);
    return row;
}

QList<qint64> ids(const HistoryModel &model)
{
    QList<qint64> found;
    for (int at = 0; at < model.rowCount(); ++at)
        found.append(model.index(at, 0).data(HistoryModel::IdRole).toLongLong());
    return found;
}

} // namespace

class tst_HistoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aRefreshMergesRows_data()
    {
        QTest::addColumn<QList<qint64>>("before");
        QTest::addColumn<QList<qint64>>("after");
        using Ids = QList<qint64>;
        QTest::newRow("into nothing") << Ids{} << Ids{3, 2, 1};
        QTest::newRow("new ones on top") << Ids{2, 1} << Ids{4, 3, 2, 1};
        QTest::newRow("one gone from the middle") << Ids{3, 2, 1} << Ids{3, 1};
        QTest::newRow("one come into the middle") << Ids{3, 1} << Ids{3, 2, 1};
        QTest::newRow("all others") << Ids{3, 2} << Ids{6, 5};
        QTest::newRow("to nothing") << Ids{3, 2, 1} << Ids{};
        QTest::newRow("fewer at the end") << Ids{5, 4, 3, 2} << Ids{5, 4};
    }

    void aRefreshMergesRows()
    {
        QFETCH(const QList<qint64>, before);
        QFETCH(const QList<qint64>, after);
        HistoryModel model([] { return now; });
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto rows = [](const QList<qint64> &wanted) {
            QList<HistoryRow> made;
            for (const qint64 id : wanted)
                made.append(row(id));
            return made;
        };
        model.setRows(rows(before), false);
        QCOMPARE(ids(model), before);
        model.setRows(rows(after), false);
        QCOMPARE(ids(model), after);
    }

    void aRowThatStaysKeepsItsIndex()
    {
        HistoryModel model([] { return now; });
        model.setRows({row(2), row(1)}, false);
        const QPersistentModelIndex kept = model.index(1, HistoryModel::Name);
        model.setRows({row(4), row(3), row(2), row(1)}, false);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.row(), 3);
        QCOMPARE(kept.data().toString(), u"job-1"_s);
    }

    void anUnchangedRefreshSaysNothing()
    {
        HistoryModel model([] { return now; });
        model.setRows({row(2), row(1)}, false);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setRows({row(2), row(1)}, false);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(inserted.size(), 0);
        model.setRows({row(2, u"COMPLETED"_s), row(1)}, false);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 0);
    }

    void olderRowsAreAskedForOnce()
    {
        HistoryModel model([] { return now; });
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy wanted(&model, &HistoryModel::olderWanted);
        model.setRows({row(9), row(8)}, true);
        const int asked = int(wanted.size()); // the tester asks too
        if (model.canFetchMore({}))
            model.fetchMore({});
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(int(wanted.size()), qMax(asked, 1));
        model.appendRows({row(7)}, false);
        QCOMPARE(ids(model), (QList<qint64>{9, 8, 7}));
        QVERIFY(!model.canFetchMore({}));
    }

    void everyColumnHasATitleAndAText()
    {
        HistoryModel model([] { return now; });
        HistoryRow full = row(1);
        full.instance = u"ml.m5.large"_s;
        full.submission.device = u"arn:aws:braket:::device/quantum-simulator/amazon/sv1"_s;
        full.submission.startedAt = now.addSecs(-151);
        model.setRows({full}, false);
        const QStringList texts{
            u"RUNNING"_s, u"job-1"_s, u"sv1"_s, u"ml.m5.large"_s, u"4 min ago"_s, u"2:31"_s, full.submission.jobArn};
        for (int column = 0; column < HistoryModel::ColumnCount; ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
            QCOMPARE(model.index(0, column).data().toString(), texts.at(column));
        }
        QVERIFY(!model.index(0, HistoryModel::Status).data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(model.index(0, HistoryModel::Created).data(Qt::ToolTipRole).toString().contains(u"2026"));
    }

    void anAnswerThatIsMissingIsShownAsUnknown()
    {
        HistoryRow lost = row(1, {});
        lost.submission.state = store::SubmissionState::Unknown;
        lost.submission.jobArn.clear();
        HistoryModel model([] { return now; });
        model.setRows({lost}, false);
        QCOMPARE(model.index(0, HistoryModel::Status).data().toString(), u"UNKNOWN"_s);
        QVERIFY(model.index(0, HistoryModel::Status).data(Qt::ToolTipRole).toString().contains(u"Resolve"));
        QCOMPARE(model.unknownCount(), 1);
        QCOMPARE(model.unfinishedCount(), 0);
    }

    void ageIsSaidInWords_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("words");
        QTest::newRow("now") << qint64(20) << u"just now"_s;
        QTest::newRow("clock ahead") << qint64(-90) << u"just now"_s;
        QTest::newRow("minutes") << qint64(59 * 60) << u"59 min ago"_s;
        QTest::newRow("hours") << qint64(3 * 3600 + 5) << u"3 h ago"_s;
        QTest::newRow("the day before") << qint64(13 * 3600) << u"yesterday"_s;
    }

    void ageIsSaidInWords()
    {
        QFETCH(const qint64, seconds);
        QFETCH(const QString, words);
        QCOMPARE(age(now.addSecs(-seconds), now), words);
    }

    void durationIsAClock_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0 << u"0:00"_s;
        QTest::newRow("seconds") << 9 << u"0:09"_s;
        QTest::newRow("minutes") << 751 << u"12:31"_s;
        QTest::newRow("hours") << 3751 << u"1:02:31"_s;
    }

    void durationIsAClock()
    {
        QFETCH(const int, seconds);
        QFETCH(const QString, text);
        QCOMPARE(duration(now, now.addSecs(seconds)), text);
        QCOMPARE(duration({}, now), QString());
    }
};

QTEST_MAIN(tst_HistoryModel)
#include "tst_historymodel.moc"
