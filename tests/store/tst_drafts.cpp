#include "store/drafts/drafts.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer::store;
using namespace Qt::StringLiterals;

class tst_Drafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"data/draft.json"_s);
    }

    void theDraftComesBack()
    {
        {
            Drafts drafts(m_path);
            drafts.save({"{\"jobName\":\"half\xc3\xa9", u"/home/a/bell.json"_s, true});
        }
        Drafts drafts(m_path);
        const auto draft = drafts.load();
        QVERIFY(draft);
        QCOMPARE(draft->document, QByteArray("{\"jobName\":\"half\xc3\xa9"));
        QCOMPARE(draft->fileName, u"/home/a/bell.json"_s);
        QCOMPARE(draft->modified, true);
    }

    void theLastOfManyChangesReachesTheDiskByItself()
    {
        Drafts drafts(m_path);
        for (int number = 0; number < 100; ++number)
            drafts.save({QByteArray::number(number), {}, false});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_path), braketeer::test::patience);
        QCOMPARE(Drafts(m_path).load()->document, QByteArray("99"));
    }

    void onlyTheOwnerCanRead()
    {
        Drafts drafts(m_path);
        drafts.save({"{}", {}, false});
        QVERIFY(drafts.flush());
        QCOMPARE(
            QFile::permissions(m_path)
                & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther),
            QFileDevice::Permissions());
    }

    void noDraftIsNoDraft() { QVERIFY(!Drafts(m_path).load()); }

    void aDraftThatCannotBeReadIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << QByteArray("{\"document\":\"{");
        QTest::newRow("another shape") << QByteArray("{\"document\":[1]}");
    }

    void aDraftThatCannotBeReadIsKeptAside()
    {
        QFETCH(const QByteArray, content);
        Drafts drafts(m_path);
        drafts.save({"{}", {}, false});
        QVERIFY(drafts.flush());
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(!drafts.load());
        QVERIFY(!QFile::exists(m_path));
        QCOMPARE(QDir(m_folder->filePath(u"data"_s)).entryList({u"draft.damaged-*.json"_s}).size(), 1);
    }

    void aForgottenDraftIsGone()
    {
        Drafts drafts(m_path);
        drafts.save({"{}", {}, false});
        QVERIFY(drafts.flush());
        drafts.save({"{}", {}, true});
        drafts.clear();
        QVERIFY(drafts.flush());
        QVERIFY(!drafts.load());
    }

    void aFullOrMissingDiskIsSaidOnce()
    {
        QFile blocker(m_folder->filePath(u"data"_s)); // a file where the folder should be
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        Drafts drafts(m_path);
        QSignalSpy spy(&drafts, &Drafts::failed);
        drafts.save({"{}", {}, false});
        QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, braketeer::test::patience);
        drafts.save({"{\"a\":1}", {}, false});
        QVERIFY(!drafts.flush());
        QCOMPARE(spy.size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(tst_Drafts)
#include "tst_drafts.moc"
