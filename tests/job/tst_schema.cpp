#include "job/jobspec.h"
#include "job/path.h"
#include "job/rules/pattern.h"
#include "job/schema/schema.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace braketeer::job;
using namespace Qt::StringLiterals;

namespace {

QString text(const char *latin1)
{
    return QString::fromUtf8(latin1);
}

QString parentPath(const Member &member)
{
    const QString path = text(member.path);
    return path.chopped(name(member).size()).remove(QRegularExpression(u"\\.$"_s));
}

bool isContainer(const Member &member)
{
    return member.type == Type::Structure || member.type == Type::List || member.type == Type::Map;
}

} // namespace

class tst_Schema : public QObject
{
    Q_OBJECT

    void eachRow()
    {
        QTest::addColumn<int>("row");
        for (int row = 0; row < int(members().size()); ++row)
            QTest::newRow(members()[size_t(row)].path) << row;
    }

private Q_SLOTS:

    void everyMemberHasItsWords_data() { eachRow(); }

    void everyMemberHasItsWords()
    {
        QFETCH(const int, row);
        const Member &member = members()[size_t(row)];
        QVERIFY(QByteArray(member.option).startsWith("--"));
        QVERIFY(!label(member).isEmpty());
        QVERIFY2(label(member).size() <= 24, "a label is one to three words");
        QVERIFY(help(member).size() > 20);
        QVERIFY2(help(member).endsWith(u'.'), "help is sentences");
        QVERIFY(member.defaultText);
        QVERIFY(member.example && *member.example);
        QCOMPARE(findMember(text(member.path)), &member);
    }

    void everyMemberHasItsPlace_data() { eachRow(); }

    void everyMemberHasItsPlace()
    {
        QFETCH(const int, row);
        const Member &member = members()[size_t(row)];
        const QString parent = parentPath(member);
        const QList<const Member *> siblings = childrenOf(parent);
        QVERIFY(siblings.contains(&member));
        if (!parent.isEmpty()) {
            const Member *above = findMember(parent);
            QVERIFY(above);
            QVERIFY2(above < &member, "a parent stands before its children");
            QVERIFY(isContainer(*above));
            QCOMPARE(text(above->option), text(member.option));
            QCOMPARE(above->section, member.section);
        }
        QSet<int> positions;
        for (const Member *sibling : siblings)
            positions.insert(sibling->position);
        QCOMPARE(positions.size(), siblings.size());
        QVERIFY(member.position >= 0 && member.position < siblings.size());
        QCOMPARE(inModelOrder(parent).at(member.position), &member);
        QCOMPARE(childrenOf(text(member.path)).isEmpty(), !isContainer(member));
    }

    void everyExampleIsValid_data() { eachRow(); }

    void everyExampleIsValid()
    {
        QFETCH(const int, row);
        const Member &member = members()[size_t(row)];
        const QString example = text(member.example);
        switch (member.type) {
        case Type::Text:
            QVERIFY(example.size() >= member.length.min);
            QVERIFY(member.length.max < 0 || example.size() <= member.length.max);
            QVERIFY(!member.pattern || rules::matches(member.pattern, example));
            break;
        case Type::Integer:
            QVERIFY(example.toLongLong() >= member.length.min);
            QVERIFY(member.length.max < 0 || example.toLongLong() <= member.length.max);
            break;
        case Type::Enum:
            QVERIFY(std::ranges::any_of(member.values, [&](const char *value) { return example == text(value); }));
            break;
        default:
            QVERIFY(example.contains(u'='));
        }
    }

    void everyPatternCompiles_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const Member &member : members()) {
            if (member.pattern)
                QTest::newRow(member.path) << text(member.pattern);
        }
    }

    void everyPatternCompiles()
    {
        QFETCH(const QString, pattern);
        QVERIFY(QRegularExpression(pattern).isValid());
    }

    void theTopLevelIsTheRequestInTheModelsOrder()
    {
        QStringList names;
        const QList<const Member *> top = inModelOrder(u"");
        for (const Member *member : top)
            names << name(*member).toString();
        // Source: service model braket-2019-09-01, CreateJobRequest.
        QCOMPARE(
            names.join(u' '),
            u"clientToken algorithmSpecification inputDataConfig outputDataConfig checkpointConfig jobName roleArn "
            "stoppingCondition instanceConfig hyperParameters deviceConfig tags associations"_s);
    }

    void instanceTypesAreTheUnionOfWhatWasPublished()
    {
        const Member *type = findMember(u"instanceConfig.instanceType");
        QSet<QString> types;
        for (const char *value : type->values)
            types.insert(text(value));
        QCOMPARE(type->values.size(), size_t(58));
        QCOMPARE(types.size(), 58);
        for (const QString &added : {u"ml.t3.large"_s, u"ml.g6.48xlarge"_s, u"ml.g6e.16xlarge"_s, u"ml.p2.xlarge"_s})
            QVERIFY(types.contains(added));
    }

    void aMemberIsNamedInOnePlaceOnly_data()
    {
        QTest::addColumn<QString>("name");
        // Members that no rule looks at stand in the table alone; a new one would, too.
        for (const char *only : {"clientToken", "volumeSizeInGb"})
            QTest::newRow(only) << text(only);
    }

    void aMemberIsNamedInOnePlaceOnly()
    {
        QFETCH(const QString, name);
        QStringList files;
        QDirIterator sources(QStringLiteral(BRAKETEER_TEST_DATA "/../../src/job"), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile file(sources.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            // Comments may name a member; code may not.
            QString code = QString::fromUtf8(file.readAll());
            code.remove(QRegularExpression(u"//[^\\n]*"_s));
            if (code.contains(u'"' + name + u'"') || code.contains(u'.' + name + u'"'))
                files << QFileInfo(file).fileName();
        }
        QCOMPARE(files.size(), 1);
    }

    void sectionsHaveTitlesInTheFormsOrder()
    {
        Section last = Section::Basics;
        for (const Member &member : members()) {
            QVERIFY(member.section >= last);
            last = member.section;
            QVERIFY(!title(member.section).isEmpty());
        }
        QCOMPARE(last, Section::HyperParameters);
    }
};

QTEST_APPLESS_MAIN(tst_Schema)
#include "tst_schema.moc"
