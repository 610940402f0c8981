#include "fromjson.h"

#include "job/rules/check.h"
#include "job/schema/schema.h"

#include <QDir>
#include <QTest>

using namespace braketeer::job;
using namespace Qt::StringLiterals;

namespace {

QString suiteFolder()
{
    const QString suites = qEnvironmentVariable("BRAKETEER_SUITES", QStringLiteral(BRAKETEER_TEST_DATA "/suites"));
    return suites + u"/create_job_docs"_s;
}

QString line(const QString &path, const QString &constraint, const QString &key)
{
    return path + u" | "_s + constraint + u" | "_s + key;
}

} // namespace

/// Documents and what the service model says about each: see the README beside them.
class tst_CreateJobDocs : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyDocumentGetsItsVerdict_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = QDir(suiteFolder()).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
        QVERIFY2(!files.isEmpty(), qPrintable(suiteFolder()));
        for (const QString &file : files)
            QTest::newRow(qPrintable(QFileInfo(file).completeBaseName())) << suiteFolder() + u'/' + file;
    }

    void everyDocumentGetsItsVerdict()
    {
        QFETCH(const QString, file);
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QJsonObject test = QJsonDocument::fromJson(source.readAll()).object();
        QVERIFY(test.contains(u"document"_s));

        QStringList expected;
        for (const QJsonValue error : test.value(u"errors"_s).toArray())
            expected << line(error[u"path"].toString(), error[u"constraint"].toString(), error[u"key"].toString());
        const JobSpec spec(test::fromJson(test.value(u"document"_s)));
        QStringList found;
        const Findings findings = checkModel(spec);
        for (const Finding &finding : findings) {
            QCOMPARE(finding.id, u"S-"_s + finding.constraint);
            QVERIFY(!finding.message.isEmpty());
            found << line(finding.path.toString(), finding.constraint, finding.key);
        }
        expected.sort();
        found.sort();
        QCOMPARE(found, expected);
        QCOMPARE(isValid(findings), test.value(u"valid"_s).toBool());
    }

    void memberByMemberGivesTheSameFindings_data() { everyDocumentGetsItsVerdict_data(); }

    void memberByMemberGivesTheSameFindings()
    {
        QFETCH(const QString, file);
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QJsonObject test = QJsonDocument::fromJson(source.readAll()).object();
        const JobSpec spec(test::fromJson(test.value(u"document"_s)));
        if (!spec.root().isMap()) {
            // Nothing to go through: the whole document is what is wrong.
            QCOMPARE(checkModel(spec).size(), 1);
            return;
        }

        QStringList names;
        for (const Member *member : childrenOf(u""))
            names << name(*member).toString();
        for (const Value::Entry &entry : spec.root().entries()) {
            if (!names.contains(entry.key))
                names << entry.key;
        }
        verifyPieces(spec, names);
    }

    /// Any number of them, which look like few or none that the model knows.
    void memberByMemberGivesTheSameForUnknownOnes()
    {
        QList<Value::Entry> entries;
        QStringList names;
        for (const char *name : {"job-name", "JobName", "roleArn", "role_arn", "x", "Tags", "job_name", "tags "})
            entries.append({QLatin1StringView(name).toString(), Value::text(u"a"_s)});
        for (const Member *member : childrenOf(u""))
            names << name(*member).toString();
        for (const Value::Entry &entry : std::as_const(entries)) {
            if (!names.contains(entry.key))
                names << entry.key;
        }
        const JobSpec spec(Value::map(entries));
        verifyPieces(spec, names);

        // The first that may have meant a member that is not there is offered its name.
        QStringList offered;
        const Findings findings = checkModel(spec);
        for (const Finding &finding : findings) {
            if (finding.constraint == u"unknown" && finding.fix)
                offered << finding.path.toString();
        }
        QCOMPARE(offered, QStringList({u"job-name"_s, u"Tags"_s}));
        // Nothing is lost when all that is offered is taken.
        const JobSpec mended = fixed(spec);
        QCOMPARE(mended.root().entries().size(), entries.size());
        QVERIFY(mended.find(Path::parse(u"jobName")));
        QVERIFY(!mended.find(Path().child(u"job-name"_s)));
    }

private:
    static void verifyPieces(const JobSpec &spec, const QStringList &names)
    {
        Findings pieces;
        for (const QString &name : std::as_const(names))
            pieces += checkMember(spec, Path().child(name));
        QCOMPARE(pieces, checkModel(spec));
    }
};

QTEST_GUILESS_MAIN(tst_CreateJobDocs)
#include "tst_createjobdocs.moc"
