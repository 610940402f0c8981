#include "archive/python/tokenizer.h"

#include <QTest>

using namespace braketeer::archive::python;
using namespace Qt::StringLiterals;

namespace {

/// One word a token: names and numbers as they are, strings as S, NEWLINE as ;, > and < for the indentation, ! for an
/// error.
QByteArray tokensOf(const QByteArray &source)
{
    Tokenizer tokens(source);
    QByteArrayList words;
    for (;;) {
        const Token token = tokens.next();
        switch (token.kind) {
        case TokenKind::End:
            return words.join(' ');
        case TokenKind::Error:
            words << "!";
            return words.join(' ');
        case TokenKind::NewLine:
            words << ";";
            break;
        case TokenKind::Indent:
            words << ">";
            break;
        case TokenKind::Dedent:
            words << "<";
            break;
        case TokenKind::String:
            words << "S";
            break;
        default:
            words << token.text.toByteArray();
        }
    }
}

} // namespace

/// Python's lexical rules.
class tst_Tokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void sourceIsCutIntoTokens_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("tokens");

        const auto row = [](const char *name, const QByteArray &source, const QByteArray &tokens) {
            QTest::newRow(name) << source << tokens;
        };
        row("nothing", "", "");
        row("only blanks and comments", "\n  \n# x\n   # y\n\f\n", "");
        row("no line end at the end", "a", "a ;");
        row("comment at the end without a line end", "a # b", "a ;");
        row("byte order mark",
            "\xef\xbb\xbf"
            "a\n",
            "a ;");
        row("line ends of Windows and old Macs", "a\r\nb\rc\n", "a ; b ; c ;");
        row("blocks", "if a:\n  b\n  c\nd\n", "if a : ; > b ; c ; < d ;");
        row("blocks that end together", "if a:\n  if b:\n    c\nd\n", "if a : ; > if b : ; > c ; < < d ;");
        row("blocks that end with the source", "if a:\n  if b:\n    c", "if a : ; > if b : ; > c ; < <");
        row("comments do not end a block", "if a:\n  b\n# c\n  d\n", "if a : ; > b ; d ; <");
        row("a tab is eight columns", "if a:\n\tb\n        c\n", "if a : ; > b ; c ; <");
        row("indentation that fits nothing", "if a:\n    b\n  c\n", "if a : ; > b ; !");
        row("joined by a backslash", "a = \\\n  b\n", "a = b ;");
        row("joined by brackets", "f(a,\n  # no\n\n b)\nc\n", "f ( a , b ) ; c ;");
        row("strings of every prefix", "'a' \"b\" r'\\\\' u'x' b'x' Rb'x' bR'x' f'x' FR'x' t'x'\n",
            "S S S S S S S S S S ;");
        row("raw string that ends with a backslash and a quote", "r'\\'' + a\n", "S + a ;");
        row("escaped quote", "'a\\'b' c\n", "S c ;");
        row("no prefix", "abc'x' rbx'y'\n", "abc S rbx S ;");
        row("triple quotes over lines", "'''a\n'b' \"\"\" # no\n''' c\n", "S c ;");
        row("triple quotes with an escape", "\"\"\"a\\\"\"\"\"b\n", "S b ;");
        row("string over a joined line", "'a\\\nb' c\n", "S c ;");
        row("def in a string", "x = '''\ndef f():\n  pass\n'''\n", "x = S ;");
        row("f-string with braces", "f'{a}{{no}}{b!r:>{w}}' c\n", "S c ;");
        row("f-string with the same quotes inside", "f'{a['b']}' c\n", "S c ;");
        row("f-string in an f-string", "f'{f'{f'{x}'}'}' c\n", "S c ;");
        row("f-string with a dictionary", "f'{ {1: 2}[1] }' c\n", "S c ;");
        row("f-string with a lambda in brackets", "f'{(lambda x: x)(1)}' c\n", "S c ;");
        row("f-string with a quote in the format", "f'{a:%H\"%M}' c\n", "S c ;");
        row("f-string with a name from Unicode", "f'\\N{BULLET}' c\n", "S c ;");
        row("f-string with an expression over lines", "f'''{\n a # '\n}''' c\n", "S c ;");
        row("f-string with a word that ends like a prefix", "f'{buf}' c\n", "S c ;");
        row("comparison and walrus", "a == b := c = d\n", "a == b := c = d ;");
        row("numbers", "1 0x1F 1.5e-3 .5 1_000 3j 0xe-1\n", "1 0x1F 1.5e-3 .5 1_000 3j 0xe - 1 ;");
        row("names beyond ASCII",
            "gr\xc3\xb6\xc3\x9f"
            "e = 1\n",
            "gr\xc3\xb6\xc3\x9f"
            "e = 1 ;");
        row("a string without an end", "a = 'b\nc\n", "a = !");
        row("a triple string without an end", "a = '''b\nc\n", "a = !");
        row("an f-string without an end of its expression", "f'{a' b\n", "!");
        row("a bracket that is not closed", "f(a\nb\n", "f ( a b !");
        row("a bracket that was not opened", "a)\n", "a !");
        row("brackets crossed", "(a]\n", "( a !");
        row("a null byte", QByteArray("a\0b", 3), "a !");
        row("a character of no language", "a ? b\n", "a !");
        row("brackets without end", QByteArray(100'000, '('), QByteArray("( ").repeated(200) + "!");
        row("f-strings without end", QByteArray("f'{").repeated(30'000), "!");
    }

    void sourceIsCutIntoTokens()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, tokens);
        QCOMPARE(tokensOf(source), tokens);
    }

    void linesAreCountedThroughStringsAndJoinedLines()
    {
        const QByteArray source = "'''\n\r\n\r'''; a \\\n b\n(\n c)\nd\n";
        Tokenizer tokens(source);
        QMap<QByteArray, int> lines;
        for (Token token = tokens.next(); token.kind != TokenKind::End; token = tokens.next())
            lines.insert(token.text.toByteArray(), token.line);
        QCOMPARE(lines.value("a"), 4);
        QCOMPARE(lines.value("b"), 5);
        QCOMPARE(lines.value("c"), 7);
        QCOMPARE(lines.value("d"), 8);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("line");
        QTest::newRow("string") << "a\nb = 'c\n"_ba << int(Fault::OpenString) << 2;
        QTest::newRow("bracket") << "a\nf(\n"_ba << int(Fault::OpenBracket) << 3;
        QTest::newRow("wrong bracket") << "f(]\n"_ba << int(Fault::WrongBracket) << 1;
        QTest::newRow("indentation") << "if a:\n   b\n c\n"_ba << int(Fault::Indentation) << 3;
        QTest::newRow("character") << "a $ b\n"_ba << int(Fault::Character) << 1;
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const int, fault);
        QFETCH(const int, line);
        Tokenizer tokens(source);
        Token token = tokens.next();
        while (token.kind != TokenKind::Error && token.kind != TokenKind::End)
            token = tokens.next();
        QCOMPARE(int(tokens.fault()), fault);
        QCOMPARE(tokens.line(), line);
        QCOMPARE(int(tokens.next().kind), int(TokenKind::Error));
    }
};

QTEST_APPLESS_MAIN(tst_Tokenizer)
#include "tst_tokenizer.moc"
