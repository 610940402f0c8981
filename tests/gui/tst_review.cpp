#include "gui/access/addkeysdialog.h"
#include "gui/shell/findingsmodel.h"
#include "gui/shell/flatten.h"
#include "gui/support/stage.h"
#include "support/patience.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;
using braketeer::test::Stage;

namespace {

job::JobSpec wideJob()
{
    job::JobSpec spec;
    const auto set = [&spec](QStringView path, const QString &text) {
        spec.set(job::Path::parse(path), job::Value::text(text));
    };
    set(u"unheardOf", u"kept"_s);
    set(u"hyperParameters.shots", u"1000"_s);
    set(u"jobName", u"bell"_s);
    set(u"inputDataConfig[0].channelName", u"data"_s);
    set(u"inputDataConfig[0].dataSource.s3DataSource.s3Uri", u"s3://b/k"_s);
    set(u"instanceConfig.instanceType", u"ml.m5.large"_s);
    return spec;
}

job::Finding finding(const QString &message)
{
    job::Finding made;
    made.message = message;
    made.path = job::Path::parse(u"jobName");
    return made;
}

} // namespace

class tst_Review : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyValueStandsOnALineInTheOrderOfTheForm()
    {
        QStringList paths;
        for (const FlatMember &member : flatten(wideJob()))
            paths.append(member.path.toString());
        QCOMPARE(paths, (QStringList{u"jobName"_s, u"inputDataConfig[0].channelName"_s,
                                     u"inputDataConfig[0].dataSource.s3DataSource.s3Uri"_s,
                                     u"instanceConfig.instanceType"_s, u"hyperParameters.shots"_s, u"unheardOf"_s}));
    }

    void labelsSayWhichItemAndWhichKey()
    {
        QHash<QString, QString> labels;
        for (const FlatMember &member : flatten(wideJob()))
            labels.insert(member.path.toString(), member.label);
        QVERIFY2(labels.value(u"inputDataConfig[0].channelName"_s).contains(u"1 ·"),
                 qPrintable(labels.value(u"inputDataConfig[0].channelName"_s)));
        QVERIFY(labels.value(u"hyperParameters.shots"_s).endsWith(u"· shots"));
        QCOMPARE(labels.value(u"unheardOf"_s), u"unheardOf"_s);
    }

    void emptyThingsAreShownToo()
    {
        job::JobSpec spec;
        spec.set(job::Path::parse(u"tags"), job::Value::map());
        spec.set(job::Path::parse(u"jobName"), job::Value());
        const QList<FlatMember> members = flatten(spec);
        QCOMPARE(members.size(), 2);
        QCOMPARE(members.at(0).value, u"null"_s);
        QCOMPARE(members.at(1).value, u"{}"_s);
        QVERIFY(flatten(job::JobSpec()).isEmpty());
    }

    void findingsComeAndGoInTheModel_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::newRow("more") << 1 << 3;
        QTest::newRow("fewer") << 3 << 1;
        QTest::newRow("none") << 2 << 0;
        QTest::newRow("as many") << 2 << 2;
    }

    void findingsComeAndGoInTheModel()
    {
        QFETCH(const int, before);
        QFETCH(const int, after);
        FindingsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto make = [](int count, const QString &word) {
            job::Findings made;
            for (int at = 0; at < count; ++at)
                made.append(finding(word + QString::number(at)));
            return made;
        };
        model.setFindings(make(before, u"old"_s));
        model.setFindings(make(after, u"new"_s));
        QCOMPARE(model.rowCount(), after);
        for (int row = 0; row < after; ++row)
            QCOMPARE(model.index(row, FindingsModel::Message).data().toString(), u"new"_s + QString::number(row));
    }

    void keysGoToTheKeychainAndTheNameToTheSettings()
    {
        Stage stage;
        AddKeysDialog dialog([&stage]() -> core::Result<std::shared_ptr<core::SecretVault>> { return stage.vault; },
                             stage.settings);
        dialog.show();
        auto *keep = dialog.findChild<QPushButton *>(u"keepButton"_s);
        QVERIFY(!keep->isEnabled());
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"nameEdit"_s), u"research"_s);
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"accessKeyIdEdit"_s), u"AKIAEXAMPLE"_s);
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"secretEdit"_s), u"marker-secret"_s);
        QVERIFY(keep->isEnabled());
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::mouseClick(keep, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(accepted.size(), 1, braketeer::test::patience);
        QCOMPARE(stage.settings->list(store::setting::credentialNames), QStringList{u"research"_s});
        QVERIFY(stage.settings->sync());
        for (const QFileInfo &file : QDir(stage.folder.path()).entryInfoList(QDir::Files)) {
            QFile written(file.filePath());
            QVERIFY(written.open(QIODevice::ReadOnly));
            QVERIFY2(!written.readAll().contains("marker-secret"), qPrintable(file.filePath()));
        }
    }

    void withoutAKeychainTheDialogSaysSoAndStays()
    {
        Stage stage;
        AddKeysDialog dialog(
            []() -> core::Result<std::shared_ptr<core::SecretVault>> {
                return core::fail(core::Error::Kind::Store, u"No keychain answers."_s);
            },
            stage.settings);
        dialog.show();
        for (const auto &name : {u"nameEdit"_s, u"accessKeyIdEdit"_s, u"secretEdit"_s})
            dialog.findChild<QLineEdit *>(name)->setText(u"x"_s);
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"keepButton"_s), Qt::LeftButton);
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.findChild<QLabel *>(u"troubleLabel"_s)->text(), u"No keychain answers."_s);
    }

    void withoutAProfileTheWindowOpensOnTheDemo()
    {
        Stage stage;
        gui::MainWindow window(stage.backstage(), {});
        QSignalSpy ready(&window, &gui::MainWindow::ready);
        window.show();
        QVERIFY(ready.wait());
        QTRY_VERIFY_WITH_TIMEOUT(window.sessionKeeper().isDemo(), braketeer::test::patience);
        QTRY_COMPARE_WITH_TIMEOUT(window.findChild<QComboBox *>(u"profileCombo"_s)->currentText(), u"Demo"_s,
                                  braketeer::test::patience);
    }

    void aProfileIsChosenByNameAndNeverMixesWithTheDemo()
    {
        Stage stage;
        const QString config = stage.write(u"config"_s, "[profile research]\nregion = eu-west-2\n"
                                                        "aws_access_key_id = AKIAX\naws_secret_access_key = y\n");
        stage.environment.insert(u"AWS_CONFIG_FILE"_s, config);
        const auto window = stage.openWindow();
        window->document().setText(job::Path::parse(u"jobName"), u"demo-job"_s);
        auto *combo = window->findChild<QComboBox *>(u"profileCombo"_s);
        QVERIFY(combo->findText(u"research"_s) >= 0);
        combo->setCurrentIndex(combo->findText(u"research"_s));
        Q_EMIT combo->activated(combo->currentIndex());
        QVERIFY(!window->sessionKeeper().isDemo());
        QCOMPARE(window->sessionKeeper().session()->place().region, u"eu-west-2"_s);
        QCOMPARE(window->findChild<QComboBox *>(u"regionCombo"_s)->currentText(), u"eu-west-2"_s);
        QVERIFY(!window->findChild<QLabel *>(u"placeBand"_s)->text().contains(u"DEMO"));
        QCOMPARE(stage.settings->text(store::setting::profile), u"research"_s);
    }
};

QTEST_MAIN(tst_Review)
#include "tst_review.moc"
