#include "store/settings/settings.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer::store;
using namespace Qt::StringLiterals;

class tst_Settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"braketeer.ini"_s);
    }

    void everyRowStartsWithItsDefault_data() { rows(); }

    void everyRowStartsWithItsDefault()
    {
        QFETCH(const int, row);
        const Setting &setting = *allSettings()[size_t(row)];
        const Settings settings(m_path);
        if (setting.type == Setting::Type::Boolean)
            QCOMPARE(settings.flag(setting), QByteArray(setting.defaultText) == "true");
        else if (setting.type == Setting::Type::Integer)
            QCOMPARE(settings.integer(setting), QByteArray(setting.defaultText).toInt());
        else if (setting.type == Setting::Type::TextList)
            QCOMPARE(settings.list(setting), QStringList());
        else if (setting.type == Setting::Type::Bytes)
            QCOMPARE(settings.bytes(setting), QByteArray());
        else
            QCOMPARE(settings.text(setting), QString::fromUtf8(setting.defaultText));
    }

    void everyRowIsKept_data() { rows(); }

    void everyRowIsKept()
    {
        QFETCH(const int, row);
        const Setting &setting = *allSettings()[size_t(row)];
        const bool flag = QByteArray(setting.defaultText) != "true";
        const QStringList list{u"one"_s, u"two, with a comma"_s};
        const QByteArray bytes("\0\xff;", 3);
        {
            Settings settings(m_path);
            QSignalSpy spy(&settings, &Settings::changed);
            switch (setting.type) {
            case Setting::Type::Boolean:
                settings.set(setting, flag);
                break;
            case Setting::Type::Integer:
                settings.set(setting, 4711);
                break;
            case Setting::Type::Text:
                settings.set(setting, u"Grüße = 100 %"_s);
                break;
            case Setting::Type::TextList:
                settings.set(setting, list);
                break;
            case Setting::Type::Bytes:
                settings.set(setting, bytes);
                break;
            }
            QCOMPARE(spy.size(), 1);
            QCOMPARE(spy[0][0].toByteArray(), QByteArray(setting.key));
            QVERIFY(settings.sync());
        }
        Settings settings(m_path);
        switch (setting.type) {
        case Setting::Type::Boolean:
            QCOMPARE(settings.flag(setting), flag);
            break;
        case Setting::Type::Integer:
            QCOMPARE(settings.integer(setting), 4711);
            break;
        case Setting::Type::Text:
            QCOMPARE(settings.text(setting), u"Grüße = 100 %"_s);
            break;
        case Setting::Type::TextList:
            QCOMPARE(settings.list(setting), list);
            break;
        case Setting::Type::Bytes:
            QCOMPARE(settings.bytes(setting), bytes);
            break;
        }
        settings.reset(setting);
        QVERIFY(!QFile::exists(m_path) || settings.sync());
        QCOMPARE(Settings(m_path).text(setting), QString::fromUtf8(setting.defaultText));
    }

    void keysAreUnique()
    {
        QSet<QByteArray> keys;
        for (const Setting *row : allSettings())
            keys << row->key;
        QCOMPARE(size_t(keys.size()), allSettings().size());
    }

    void aValueOfTheWrongTypeReadsAsTheDefault()
    {
        {
            QFile file(m_path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("[jobs]\nwatch=perhaps\n");
        }
        QCOMPARE(Settings(m_path).flag(setting::watchJobs), true);
    }

    void theSameValueIsNoChange()
    {
        Settings settings(m_path);
        settings.set(setting::region, u"eu-west-2"_s);
        QSignalSpy spy(&settings, &Settings::changed);
        settings.set(setting::region, u"eu-west-2"_s);
        QCOMPARE(spy.size(), 0);
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("row");
        for (size_t row = 0; row < allSettings().size(); ++row)
            QTest::newRow(allSettings()[row]->key) << int(row);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
