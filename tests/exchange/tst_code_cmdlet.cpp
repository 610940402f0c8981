#include "code/cmdletsimulation.h"
#include "code/codedocuments.h"
#include "exchange/code/cmdletparameter.h"
#include "exchange/code/powershelltext.h"

using namespace codetest;
using namespace braketeer::exchange;

namespace {

/// Whether all that `part` says stands in `whole`, too.
bool isPartOf(const Value &part, const Value &whole)
{
    if (part.kind() != whole.kind())
        return false;
    if (part.isMap())
        return std::ranges::all_of(part.entries(), [&whole](const Value::Entry &entry) {
            const Value *other = whole.find(entry.key);
            return other && isPartOf(entry.value, *other);
        });
    if (!part.isList())
        return part == whole;
    // Items of another type are left out, so that those that are there keep their order.
    qsizetype at = 0;
    for (const Value &item : whole.items()) {
        if (at < part.items().size() && isPartOf(part.items().at(at), item))
            ++at;
    }
    return at == part.items().size();
}

} // namespace

class tst_CodeCmdlet : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theCallReadsLikeOneThatAPersonWrote()
    {
        JobSpec spec;
        spec.set(Path::parse(u"jobName"), Value::text(u"it's"_s));
        spec.set(Path::parse(u"instanceConfig.volumeSizeInGb"), Value::number(30));
        spec.set(Path::parse(u"inputDataConfig[0].channelName"), Value::text(u"é"_s));
        spec.set(Path::parse(u"tags.A"), Value::text(u"x"_s));
        const Exported call = exported(spec, "powershell-cmdlet", {.profile = u"lab"_s, .region = u"us-west-2"_s});
        QCOMPARE(call.text, u"New-BRKTJob `\n"
                            "    -InputDataConfig @(\n"
                            "        @{\n"
                            "            ChannelName = (-join ([char]0x00e9))\n"
                            "        }\n"
                            "    ) `\n"
                            "    -JobName 'it''s' `\n"
                            "    -InstanceConfig_VolumeSizeInGb 30 `\n"
                            "    -Tag @{\n"
                            "        'A' = 'x'\n"
                            "    } `\n"
                            "    -ProfileName 'lab' `\n"
                            "    -Region 'us-west-2'\n"_s);
    }

    void keysThatPowerShellTakesForEachOtherAreKeptApart()
    {
        JobSpec spec;
        for (const QString &key : {u"a"_s, u"A"_s})
            spec.set(Path::parse(u"tags").child(key), Value::text(key));
        const QString text = exported(spec, "powershell-cmdlet").text;
        QCOMPARE(text, u"$tag = New-Object System.Collections.Hashtable\n"
                       "$tag['a'] = 'a'\n"
                       "$tag['A'] = 'A'\n"
                       "New-BRKTJob `\n"
                       "    -Tag $tag\n"_s);
        QCOMPARE(CmdletSimulation::run(text).request, spec.root());
    }

    void whatTheCmdletCannotCarryIsNamed()
    {
        JobSpec spec = fullDocument();
        spec.set(Path::parse(u"new"), Value::number(1));
        spec.set(Path::parse(u"instanceConfig.volumeSizeInGb"), Value::text(u"30"_s));
        spec.set(Path::parse(u"tags.n"), Value::number(2));
        const QString notes = exported(spec, "powershell-cmdlet").notes.join(u' ');
        QVERIFY2(notes.contains("cannot carry it: instanceConfig.volumeSizeInGb, tags.n, new."_L1), qPrintable(notes));
    }

    void theSimulationRefusesWhatActs_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("another command") << u"Get-Process"_s;
        QTest::newRow("two") << u"New-BRKTJob -JobName 'x'; calc"_s;
        QTest::newRow("subexpression") << u"New-BRKTJob -JobName $(calc)"_s;
        QTest::newRow("double quotes") << u"New-BRKTJob -JobName \"x\""_s;
        QTest::newRow("unclosed") << u"New-BRKTJob -JobName 'x"_s;
        QTest::newRow("smart quote") << u"New-BRKTJob -JobName 'x\u2019"_s;
        QTest::newRow("duplicate key") << u"New-BRKTJob -Tag @{\n'a' = 'x'\n'A' = 'y'\n}"_s;
        QTest::newRow("pipe") << u"New-BRKTJob -JobName 'x' | iex"_s;
    }

    void theSimulationRefusesWhatActs()
    {
        QFETCH(const QString, script);
        QVERIFY(!CmdletSimulation::run(script).problem.isEmpty());
    }

    void randomDocumentsArriveWhole()
    {
        QRandomGenerator random(17);
        QList<JobSpec> documents;
        for (const QString &text : hostileTexts())
            documents.append(hostileDocument(text));
        for (int i = 0; i < randomDocuments; ++i)
            documents.append(randomCodeDocument(random));
        int whole = 0;
        for (const JobSpec &spec : std::as_const(documents)) {
            const QString text = exported(spec, "powershell-cmdlet", {.withClientToken = true}).text;
            const CmdletSimulation::Outcome outcome = CmdletSimulation::run(text);
            QVERIFY2(outcome.problem.isEmpty(), qPrintable(outcome.problem + u'\n' + text));
            bool complete = true;
            for (const Value::Entry &entry : spec.root().entries())
                complete = complete && cmdletParameters({entry.key, entry.value, entry.value}).leftOut.isEmpty();
            QVERIFY2(complete ? outcome.request == spec.root() : isPartOf(outcome.request, spec.root()),
                     qPrintable(text));
            whole += complete;
        }
        qInfo("powershell-cmdlet: %lld documents, 0 wrong (%lld with something the cmdlet cannot carry)",
              qlonglong(documents.size()), qlonglong(documents.size() - whole));
        QVERIFY(whole > randomDocuments / 2);
    }
};

QTEST_APPLESS_MAIN(tst_CodeCmdlet)
#include "tst_code_cmdlet.moc"
