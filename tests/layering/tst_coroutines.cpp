#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Without comments, and with empty strings.
QString bare(const QString &source)
{
    static const QRegularExpression raw(u"R\"(\\w*)\\(.*?\\)\\1\""_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression commentOrText(
        u"//[^\\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\\\n])*\"|(?<![0-9A-Fa-f])'(?:\\\\.|[^'\\\\\\n])*'"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString text = source;
    return text.replace(raw, u"0"_s).replace(commentOrText, u" "_s);
}

/// Behind the bracket that closes the one that stands before `from`.
qsizetype behindBrackets(const QString &text, qsizetype from)
{
    int depth = 1;
    while (from < text.size() && depth > 0) {
        depth += text[from] == u'(' ? 1 : text[from] == u')' ? -1 : 0;
        ++from;
    }
    return from;
}

/// The expression that a co_await stands in: without an `if (…)` and the like before it, or what is in those brackets.
QString expressionOf(QString statement)
{
    static const QRegularExpression head(
        u"^\\s*(?:else\\b|case\\b[^:]*:|(?:if|while|for|switch)\\s*(?:constexpr\\s*)?\\()"_s);
    for (auto match = head.match(statement); match.hasMatch(); match = head.match(statement)) {
        qsizetype end = match.capturedEnd();
        if (match.captured().endsWith(u'(')) {
            end = behindBrackets(statement, end);
            if (statement.first(end).contains("co_await"_L1))
                return statement.first(end);
        }
        statement = statement.sliced(end);
    }
    return statement;
}

/// Statements with an await in a condition of its own, or with several: see core/task.h.
QStringList fragileAwaits(const QString &source)
{
    static const QRegularExpression ends(u"[;{}]"_s);
    static const QRegularExpression choice(u"\\?|&&|\\|\\||\\bco_await\\b.*\\bco_await\\b"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    QStringList found;
    const auto statements = bare(source).split(ends);
    for (const QString &statement : statements) {
        if (!statement.contains("co_await"_L1))
            continue;
        const QString expression = expressionOf(statement);
        if (choice.match(expression).hasMatch())
            found.append(expression.simplified());
    }
    return found;
}

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// Keeps the coroutines of src/ to what the compiler gets right.
class tst_Coroutines : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void fragileAwaitsAreRecognised_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("fragile");
        QTest::newRow("conditional") << u"co_return yes ? co_await a() : co_await b();"_s << true;
        QTest::newRow("conditional over lines") << u"co_return yes\n    ? co_await a()\n    : b;"_s << true;
        QTest::newRow("and") << u"if (ready && co_await more()) {"_s << true;
        QTest::newRow("or, in a declaration") << u"const bool done = co_await a() || b;"_s << true;
        QTest::newRow("two of them") << u"use(co_await a(), co_await b());"_s << true;
        QTest::newRow("one") << u"const auto page = co_await next(token, cancel);"_s << false;
        QTest::newRow("a condition of its own") << u"if (co_await a()) co_return 1;"_s << false;
        QTest::newRow("behind a condition")
            << u"if (a && b)\n    co_return co_await c();\nelse\n    co_await d();"_s << false;
        QTest::newRow("in other words") << u"// a ? co_await b : c\nuse(\"a && co_await b\");"_s << false;
    }

    void fragileAwaitsAreRecognised()
    {
        QFETCH(const QString, source);
        QFETCH(const bool, fragile);
        QCOMPARE(!fragileAwaits(source).isEmpty(), fragile);
    }

    void thereAreNoFragileAwaits()
    {
        QDirIterator files(QStringLiteral(BRAKETEER_SOURCE_DIR "/src"), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        QStringList found;
        int coroutines = 0;
        while (files.hasNext()) {
            const QString path = files.next();
            const QString text = readText(path);
            coroutines += text.contains("co_await"_L1) ? 1 : 0;
            for (const QString &statement : fragileAwaits(text))
                found.append(path.section(u"/src/"_s, -1) + u": "_s + statement);
        }
        QVERIFY(coroutines > 50);
        QVERIFY2(found.isEmpty(), qPrintable(u"GCC 12 gets these wrong, see core/task.h:\n"_s + found.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(tst_Coroutines)
#include "tst_coroutines.moc"
