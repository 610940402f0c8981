#include "documents.h"
#include "exchange/code/cmdletparameter.h"
#include "exchange/import/documents/oldmembers.h"
#include "exchange/import/documents/skeletonvalues.h"
#include "exchange/import/formats.h"
#include "exchange/targets.h"
#include "imported.h"
#include "suite.h"

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::JobSpec;
using job::Path;
using job::Value;

namespace {

constexpr int randomDocuments = 10000;

/// Documents picked by hand: those of the suite, and texts that once broke somebody's export.
QList<JobSpec> pickedDocuments()
{
    QList<JobSpec> documents{minimalDocument()};
    for (const QString &file : suiteFiles(u"create_job_docs"_s)) {
        const Value document = *readCase(file).find(u"document");
        if (document.isMap())
            documents << JobSpec(document);
    }
    static const QStringList texts{u"it's"_s,
                                   u"a \"b\" c"_s,
                                   u"\\"_s,
                                   u"C:\\dir\\"_s,
                                   u"a\\\"b"_s,
                                   u"$(rm -rf)"_s,
                                   u"${HOME}"_s,
                                   u"`id`"_s,
                                   u"%PATH%"_s,
                                   u"100%%"_s,
                                   u"!x!"_s,
                                   u"^&|<>"_s,
                                   u"-x"_s,
                                   u"--region"_s,
                                   u"file:///etc/x"_s,
                                   u"=ls"_s,
                                   u"a,b={c}"_s,
                                   u"[x]"_s,
                                   u"@args"_s,
                                   u"#x"_s,
                                   u"\u2018\u2019\u201A\u201B"_s,
                                   u"\u201Ca\u201D"_s,
                                   u"'''"_s,
                                   u"\"\"\""_s,
                                   u"{{name}}"_s,
                                   u"\r\n"_s,
                                   u"a\n'@\nb"_s,
                                   u"EOF"_s,
                                   u"\U0001F600"_s,
                                   u"\u202E"_s,
                                   u"New-BRKTJob"_s,
                                   u"create_job("_s,
                                   u"yes"_s,
                                   u"0x10"_s};
    for (const QString &text : texts) {
        JobSpec spec = minimalDocument();
        spec.set(Path::parse(u"jobName"), Value::text(text));
        spec.set(Path().child(u"hyperParameters"_s).child(u"key"_s), Value::text(text));
        spec.set(Path().child(u"tags"_s).child(text), Value::text(text));
        spec.set(Path::parse(u"inputDataConfig[0].channelName"), Value::text(text));
        documents << spec;
    }
    return documents;
}

/// New-BRKTJob has no parameter for some of what a document may hold.
bool canCarry(const Target &target, const JobSpec &spec)
{
    if (QLatin1StringView(target.id) != "powershell-cmdlet"_L1)
        return true;
    for (const Value::Entry &entry : spec.root().entries()) {
        if (!cmdletParameters({entry.key, entry.value, entry.value}).leftOut.isEmpty())
            return false;
    }
    return true;
}

/// What the import makes of the document itself: members of older days move, places of a skeleton go.
JobSpec translated(JobSpec spec)
{
    job::Findings findings;
    if (isSkeleton(spec))
        removePlaceholders(spec);
    translateOldMembers(spec, findings);
    return spec;
}

} // namespace

/// What Braketeer exports it reads back as the same document, whatever strangers have put into it.
class tst_ImportRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyExportIsReadBack_data()
    {
        QTest::addColumn<QString>("id");
        for (const Target &target : targets()) {
            if (findImportFormat(QString::fromLatin1(target.id)))
                QTest::newRow(target.id) << QString::fromLatin1(target.id);
        }
    }

    void everyExportIsReadBack()
    {
        QFETCH(const QString, id);
        const Target &target = *findTarget(id);
        int documents = 0;
        for (const JobSpec &spec : pickedDocuments()) {
            for (const Form form : {Form::Readable, Form::Hardened, Form::File})
                documents += compare(target, spec, form, id) ? 1 : 0;
        }
        int count = 0;
        for (qsizetype i = 0; count < randomDocuments; ++i) {
            const Form form = i % 8 == 0 ? Form::Hardened : i % 64 == 1 ? Form::File : Form::Readable;
            count += compare(target, randomDocumentAt(i), form, id) ? 1 : 0;
        }
        qInfo("%s: %d hand-picked and %d random documents, %d wrong", target.id, documents, count, m_wrong);
        QCOMPARE(m_wrong, 0);
    }

    /// Without being told the shell: the same document, or a finding that says what else the text could mean.
    void nothingIsMisreadSilently_data() { everyExportIsReadBack_data(); }

    void nothingIsMisreadSilently()
    {
        QFETCH(const QString, id);
        const Target &target = *findTarget(id);
        for (const JobSpec &spec : pickedDocuments())
            compare(target, spec, Form::Readable, {});
        for (qsizetype i = 0; i < 1000; ++i)
            compare(target, randomDocumentAt(i), Form::Readable, {});
        QCOMPARE(m_wrong, 0);
    }

    void init() { m_wrong = 0; }

private:
    /// The same for all targets, made once.
    const JobSpec &randomDocumentAt(qsizetype index)
    {
        while (m_documents.size() <= index)
            m_documents.append(randomDocument(m_random));
        return m_documents.at(index);
    }

    /// False where the target cannot carry the document.
    bool compare(const Target &target, const JobSpec &spec, Form form, const QString &format)
    {
        const CommandContext context{
            .profile = u"research"_s, .region = u"eu-west-2"_s, .withClientToken = true, .form = form};
        const auto exported = exportDocument(spec, target, context);
        if (!canCarry(target, spec) || !exported)
            return false;
        ImportOptions options;
        options.files = [&exported](const QString &path) -> core::Result<QByteArray> {
            return path == exported->fileName ? core::Result<QByteArray>(exported->file)
                                              : core::fail(core::Error::Kind::Usage, path);
        };
        if (!format.isEmpty())
            options.format = format;
        const auto imported = importText(exported->text.toUtf8(), options);
        const bool isSame = imported && imported->spec == translated(spec);
        const bool isNamed = format.isEmpty() && imported && findingOf(*imported, u"I-ambiguous"_s);
        if (!isSame && !isNamed && ++m_wrong <= 2)
            qWarning("%s\n%s\n%s", qPrintable(exported->text), writeJson(spec.root(), JsonForm::Compact).constData(),
                     qPrintable(importedJson(imported)));
        return true;
    }

    int m_wrong = 0;
    QRandomGenerator m_random{20190901};
    QList<JobSpec> m_documents;
};

QTEST_APPLESS_MAIN(tst_ImportRoundTrip)
#include "tst_importroundtrip.moc"
