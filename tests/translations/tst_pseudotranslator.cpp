#include "apps/language/language.h"
#include "apps/language/pseudotranslator.h"
#include "translations/tsfile.h"

#include <QRegularExpression>
#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;

class tst_PseudoTranslator : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void textIsMarkedAndLonger_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("translation");
        const auto row = [](const char *name, const char *source, const QString &translation) {
            QTest::newRow(name) << QByteArray(source) << translation;
        };
        row("a word", "Name", u"[Ñáṁé~~]"_s);
        row("a mnemonic", "&Name", u"[&Náṁé~~]"_s);
        row("a mnemonic inside", "Na&me", u"[Ñá&mé~~]"_s);
        row("two ampersands", "A && B", u"[Á && Ɓ~~~]"_s);
        row("placeholders", "%1 of %L2", u"[%1 óƒ %L2~~~~]"_s);
        row("a number", "%n job(s)", u"[%n ĵóƀ(š)~~~~]"_s);
        row("tags", "<b>no</b>", u"[<b>ñó</b>~]"_s);
        row("an entity", "&lt;no&gt;", u"[&lt;ñó&gt;~~~~]"_s);
        row("less than is no tag", "a < b > c", u"[á < ƀ > ç~~~~]"_s);
        row("a file filter", "No (*.json *.yaml)", u"[Ñó~] (*.json *.yaml)"_s);
        row("beyond ASCII", "Save…", u"[Šáṽé…~~]"_s);
        row("filling breaks into lines", "aaaaaaaaaa aaaaaaaaaa", u"[áááááááááá áááááááááá~~~~~~~ ~]"_s);
        row("nothing", "", QString());
    }

    void textIsMarkedAndLonger()
    {
        QFETCH(const QByteArray, source);
        QTEST(apps::PseudoTranslator().translate("Any", source), "translation");
    }

    void everyTextOfTheProgramKeepsItsParts()
    {
        static const QRegularExpression parts(u"%L?(?:\\d{1,2}|n)|(?<!&)&[^\\s&]"_s);
        const auto partsOf = [](const QString &text) {
            QStringList found;
            for (const auto &match : parts.globalMatch(text))
                found << match.captured();
            return found;
        };
        const auto texts = test::readTsFile(QStringLiteral(BRAKETEER_SOURCE_DIR "/translations/braketeer_de.ts"));
        QVERIFY(texts.size() > 500);
        const apps::PseudoTranslator pseudo;
        for (const test::TsText &text : texts) {
            const QString translation = pseudo.translate(text.context.toUtf8(), text.source.toUtf8());
            QCOMPARE(partsOf(translation), partsOf(text.source));
            const QString words = text.source.section(u" (*."_s, 0, 0);
            QVERIFY2(translation.size() >= text.source.size() + words.size() * 3 / 10, qPrintable(translation));
            QVERIFY2(translation.startsWith(u'['), qPrintable(translation));
        }
    }

    void qtKeepsItsOwnTexts()
    {
        const apps::PseudoTranslator pseudo;
        QCOMPARE(pseudo.translate("QShortcut", "Ctrl"), QString());
        QVERIFY(!pseudo.translate("Query", "Ctrl").isEmpty());
    }

    void theProgramShowsIt()
    {
        apps::loadLanguage(apps::pseudoLanguage);
        QCOMPARE(QCoreApplication::translate("Sections", "%n error(s)", nullptr, 3), u"[3 éŕŕóŕ(š)~~~~~]"_s);
    }
};

QTEST_GUILESS_MAIN(tst_PseudoTranslator)
#include "tst_pseudotranslator.moc"
