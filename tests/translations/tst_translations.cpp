#include "apps/language/language.h"
#include "translations/tsfile.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace braketeer;
using namespace Qt::StringLiterals;
using test::TsText;

namespace {

const QString sourceFolder = QStringLiteral(BRAKETEER_SOURCE_DIR);
const QString german = sourceFolder + u"/translations/braketeer_de.ts"_s;
const QString germanQtWords = sourceFolder + u"/translations/qtwords_de.ts"_s;
const QString english = sourceFolder + u"/translations/braketeer_en.ts"_s;

QStringList found(const QRegularExpression &expression, const QString &text)
{
    QStringList matches;
    for (const auto &match : expression.globalMatch(text))
        matches << match.captured();
    matches.sort();
    return matches;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression expression(u"%L?(\\d{1,2}|n)"_s);
    QStringList matches = found(expression, text);
    matches.removeDuplicates();
    return matches;
}

/// The letters after single ampersands.
QStringList mnemonics(const QString &text)
{
    static const QRegularExpression expression(u"(?<!&)&[^\\s&]"_s);
    return found(expression, text);
}

QString ending(const QString &text)
{
    static const QRegularExpression expression(u"[\\s.…:?!,;)]*$"_s);
    return expression.match(text).captured();
}

/// The name that uic gives to the form's class, which is the context of its texts.
QSet<QString> formContexts()
{
    static const QRegularExpression expression(u"<class>(\\w+)</class>"_s);
    QSet<QString> contexts;
    QDirIterator forms(sourceFolder + u"/forms"_s, {u"*.ui"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (forms.hasNext()) {
        QFile form(forms.next());
        if (form.open(QIODevice::ReadOnly))
            contexts << expression.match(QString::fromUtf8(form.readAll())).captured(1);
    }
    return contexts;
}

/// Removes the translators that loadLanguage() leaves to the application.
void forgetTranslators()
{
    for (QTranslator *translator : QCoreApplication::instance()->findChildren<QTranslator *>())
        delete translator;
}

using Variables = QHash<QByteArray, QByteArray>;

/// Sets variables, and puts back what was there.
class Environment
{
public:
    explicit Environment(const Variables &values)
    {
        for (const char *name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            m_before.insert(name, qgetenv(name));
            qputenv(name, values.value(name));
        }
    }

    ~Environment()
    {
        for (auto value = m_before.cbegin(); value != m_before.cend(); ++value)
            qputenv(value.key(), value.value());
    }
    Q_DISABLE_COPY_MOVE(Environment)

private:
    Variables m_before;
};

} // namespace

class tst_Translations : public QObject
{
    Q_OBJECT

private:
    static void reportAll(const QStringList &wrong) { QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n'))); }

    static void addFiles()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("German") << german;
        QTest::newRow("Qt's words in German") << germanQtWords;
        QTest::newRow("English plurals") << english;
    }

private Q_SLOTS:

    void cleanup() { forgetTranslators(); }

    void everyTextIsFinished_data() { addFiles(); }

    void everyTextIsFinished()
    {
        QFETCH(const QString, file);
        const QList<TsText> texts = test::readTsFile(file);
        QVERIFY(texts.size() > 5);
        QStringList wrong;
        for (const TsText &text : texts) {
            const bool empty = text.translations.isEmpty() || text.translations.contains(QString());
            if (!text.finished || empty)
                wrong << text.key();
        }
        reportAll(wrong);
    }

    void pluralsHaveBothForms_data() { addFiles(); }

    void pluralsHaveBothForms()
    {
        QFETCH(const QString, file);
        QStringList wrong;
        for (const TsText &text : test::readTsFile(file)) {
            if (text.translations.size() != (text.numerus ? 2 : 1))
                wrong << text.key();
        }
        reportAll(wrong);
    }

    void placeholdersAgree_data() { addFiles(); }

    void placeholdersAgree()
    {
        QFETCH(const QString, file);
        QStringList wrong;
        for (const TsText &text : test::readTsFile(file)) {
            for (const QString &translation : text.translations) {
                if (placeholders(translation) != placeholders(text.source))
                    wrong << text.key() + u" → "_s + translation;
            }
        }
        reportAll(wrong);
    }

    void mnemonicsAgree_data() { addFiles(); }

    void mnemonicsAgree()
    {
        QFETCH(const QString, file);
        QStringList wrong;
        for (const TsText &text : test::readTsFile(file)) {
            for (const QString &translation : text.translations) {
                if (mnemonics(translation).size() != mnemonics(text.source).size())
                    wrong << text.key() + u" → "_s + translation;
            }
        }
        reportAll(wrong);
    }

    void mnemonicsOfAFormAreUsedOnce()
    {
        const QSet<QString> forms = formContexts();
        QVERIFY(forms.contains(u"BasicsSection"_s));
        QHash<QString, QString> used;
        QStringList wrong;
        for (const TsText &text : test::readTsFile(german)) {
            const QStringList letters = mnemonics(text.translations.constFirst());
            if (!forms.contains(text.context) || letters.isEmpty())
                continue;
            const QString key = text.context + letters.constFirst().toLower();
            if (used.contains(key))
                wrong << text.key() + u", "_s + used.value(key);
            used.insert(key, text.source);
        }
        reportAll(wrong);
    }

    void textsEndAlike_data() { addFiles(); }

    void textsEndAlike()
    {
        QFETCH(const QString, file);
        QStringList wrong;
        for (const TsText &text : test::readTsFile(file)) {
            // Besides, "(s)" is how a source writes both numbers.
            if (text.numerus)
                continue;
            if (ending(text.translations.constFirst()) != ending(text.source))
                wrong << text.key() + u" → "_s + text.translations.constFirst();
        }
        reportAll(wrong);
    }

    void namesOfTheInterfaceStayAsTheyAre()
    {
        // Options, variables, addresses: what a person types, or looks up elsewhere.
        static const QRegularExpression name(
            u"(?<![\\w-])(--[a-z][a-z-]+|AWS_[A-Z_]+|[a-z]+:[A-Z]\\w+|s3://|local:)"_s);
        QStringList wrong;
        for (const TsText &text : test::readTsFile(german)) {
            QStringList there = found(name, text.translations.constFirst());
            for (const QString &expected : found(name, text.source)) {
                if (!there.removeOne(expected))
                    wrong << text.key() + u" → "_s + text.translations.constFirst();
            }
        }
        reportAll(wrong);
    }

    void everyTextOfTheSourcesIsThere_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("German") << german << QStringList();
        QTest::newRow("English plurals") << english << QStringList{u"-pluralonly"_s};
    }

    void everyTextOfTheSourcesIsThere()
    {
        QFETCH(const QString, file);
        QFETCH(const QStringList, options);
        const QString lupdate = QStringLiteral(BRAKETEER_LUPDATE);
        if (!QFile::exists(lupdate))
            QSKIP("lupdate is not installed.");
        QTemporaryDir folder;
        const QString fresh = folder.filePath(u"braketeer_xx.ts"_s);
        QProcess process;
        process.setWorkingDirectory(sourceFolder);
        process.start(lupdate,
                      QStringList{u"-silent"_s, u"-locations"_s, u"none"_s, u"src"_s, u"forms"_s, u"-ts"_s, fresh}
                          + options);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), ""_ba); // a context that lupdate does not understand
        QSet<QString> wanted;
        for (const TsText &text : test::readTsFile(fresh))
            wanted << text.key();
        QVERIFY(wanted.size() > 5);
        QSet<QString> present;
        for (const TsText &text : test::readTsFile(file))
            present << text.key();
        const QStringList missing = (wanted - present).values();
        QVERIFY2(missing.isEmpty(), qPrintable(u"Build braketeer_lupdate, then translate:\n"_s + missing.join(u'\n')));
    }

    void germanIsSpokenWhenLoaded_data()
    {
        QTest::addColumn<QByteArray>("context");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("translation");
        QTest::newRow("a menu") << "Actions"_ba
                                << "&File"_ba << u"&Datei"_s;
        QTest::newRow("a form") << "BasicsSection"_ba
                                << "Job &name"_ba << u"Job&name"_s;
        QTest::newRow("the model") << "Schema"_ba
                                   << "Entry point"_ba << u"Einstiegspunkt"_s;
        QTest::newRow("a class") << "braketeer::gui::MainWindow"_ba
                                 << "New job"_ba << u"Neuer Job"_s;
        QTest::newRow("Qt's words") << "QPlatformTheme"_ba
                                    << "Cancel"_ba << u"Abbrechen"_s;
        QTest::newRow("the command line") << "Arguments"_ba
                                          << "Unknown option %1; --help lists what there is."_ba
                                          << u"Unbekannte Option %1; --help führt auf, was es gibt."_s;
    }

    void germanIsSpokenWhenLoaded()
    {
        QFETCH(const QByteArray, context);
        QFETCH(const QByteArray, source);
        QFETCH(const QString, translation);
        QCOMPARE(QCoreApplication::translate(context, source), QString::fromUtf8(source));
        apps::loadLanguage(u"de"_s);
        QCOMPARE(QCoreApplication::translate(context, source), translation);
    }

    void numbersTakeTheirForm_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("one in English") << u"en"_s << 1 << u"1 warning"_s;
        QTest::newRow("two in English") << u"en"_s << 2 << u"2 warnings"_s;
        QTest::newRow("none in English") << u"en"_s << 0 << u"0 warnings"_s;
        QTest::newRow("one in German") << u"de"_s << 1 << u"1 Warnung"_s;
        QTest::newRow("two in German") << u"de"_s << 2 << u"2 Warnungen"_s;
    }

    void numbersTakeTheirForm()
    {
        QFETCH(const QString, language);
        QFETCH(const int, number);
        apps::loadLanguage(language);
        QTEST(QCoreApplication::translate("Sections", "%n warning(s)", nullptr, number), "text");
    }

    void everyLanguageThatCanBeChosenHasItsFile()
    {
        QStringList languages;
        const QDir folder(sourceFolder + u"/translations"_s);
        for (const QString &file : folder.entryList({u"braketeer_*.ts"_s}))
            languages << file.section(u'_', 1).section(u'.', 0, 0);
        QCOMPARE(languages, (QStringList{u"de"_s, u"en"_s}));
        for (const QString &language : languages) {
            QCOMPARE(apps::languageFor(language), language);
            QVERIFY2(QFile::exists(u":/i18n/braketeer_"_s + language + u".qm"_s), qPrintable(language));
        }
    }

    void theLocaleChoosesTheLanguage_data()
    {
        QTest::addColumn<Variables>("values");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *name, const Variables &values, const QString &language) {
            QTest::newRow(name) << values << language;
        };
        row("German", {{"LANG", "de_DE.UTF-8"}}, u"de"_s);
        row("German of Austria", {{"LANG", "de_AT@euro"}}, u"de"_s);
        row("the language alone", {{"LANG", "de"}}, u"de"_s);
        row("English", {{"LANG", "en_GB.UTF-8"}}, u"en"_s);
        row("messages go before the rest", {{"LANG", "en_US.UTF-8"}, {"LC_MESSAGES", "de_DE.UTF-8"}}, u"de"_s);
        row("LC_ALL goes before all", {{"LC_ALL", "en_US.UTF-8"}, {"LC_MESSAGES", "de_DE.UTF-8"}}, u"en"_s);
        row("LANGUAGE goes before the locale", {{"LANG", "en_US.UTF-8"}, {"LANGUAGE", "de"}}, u"de"_s);
        row("the second of LANGUAGE", {{"LANG", "fr_FR.UTF-8"}, {"LANGUAGE", "fr:de:en"}}, u"de"_s);
        row("the C locale is English", {{"LC_ALL", "C"}, {"LANG", "de_DE.UTF-8"}, {"LANGUAGE", "de"}}, u"en"_s);
        row("the C locale in UTF-8", {{"LANG", "C.UTF-8"}, {"LANGUAGE", "de"}}, u"en"_s);
        row("a language without translation", {{"LANG", "fi_FI.UTF-8"}}, u"en"_s);
        row("not every name that begins alike", {{"LANG", "den_CA.UTF-8"}}, u"en"_s);
        row("pseudo by LANG", {{"LANG", "en_XA.UTF-8"}}, u"en_XA"_s);
        row("pseudo by LANGUAGE", {{"LANG", "en_US.UTF-8"}, {"LANGUAGE", "en_XA"}}, u"en_XA"_s);
    }

    void theLocaleChoosesTheLanguage()
    {
        QFETCH(const Variables, values);
        const Environment environment(values);
        QTEST(apps::languageFor(), "language");
    }

    void aChoiceGoesBeforeTheLocale()
    {
        const Environment environment({{"LANG", "de_DE.UTF-8"}});
        QCOMPARE(apps::languageFor(u"en"_s), u"en"_s);
        QCOMPARE(apps::languageFor(u"en_XA"_s), u"en_XA"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_translations.moc"
