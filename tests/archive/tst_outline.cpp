#include "archive/python/outline.h"

#include <QTest>

using namespace braketeer::archive::python;
using namespace Qt::StringLiterals;

namespace {

QByteArray functionsOf(const Outline &outline)
{
    QByteArrayList words;
    for (const Function &function : outline.functions) {
        QByteArray word = function.name + '(' + function.neededParameters.join(',') + ')';
        if (function.asynchronous)
            word.prepend("async ");
        for (const QByteArray &decorator : function.decorators)
            word.prepend('@' + decorator + ' ');
        words << word;
    }
    return words.join(' ');
}

} // namespace

/// What a module shows of itself.
class tst_Outline : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void functionsOfTheTopLevelAreFound_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("functions");

        const auto row = [](const char *name, const QByteArray &source, const QByteArray &functions) {
            QTest::newRow(name) << source << functions;
        };
        row("one", "def main():\n    pass\n", "main()");
        row("on one line", "def a(): pass\ndef b(): return 1\n", "a() b()");
        row("async", "async def a():\n  pass\n", "async a()");
        row("not the ones inside a function", "def a():\n  def b():\n    pass\n  c = 1\ndef d(): pass\n", "a() d()");
        row("not the ones inside a class", "class A:\n  def b(self):\n    def c(): pass\n\ndef d():\n  pass\n", "d()");
        row("class on one line", "class A: pass\ndef b(): pass\n", "b()");
        row("inside conditions, try and with",
            "if a:\n  def b(): pass\nelse:\n  def c(): pass\ntry:\n  def d(): pass\n"
            "except E:\n  def e(): pass\nwith x as y:\n  def f(): pass\n",
            "b() c() d() e() f()");
        row("inside the main guard", "if __name__ == '__main__':\n  def a(): pass\n  a()\n", "a()");
        row("decorated", "@one\n@two.three(4, x='def no(): pass')\ndef a():\n  pass\ndef b(): pass\n",
            "@two.three @one a() b()");
        row("decorated class before a function", "@one\nclass A:\n  pass\ndef b(): pass\n", "b()");
        row("parameters", "def a(b, c: int, d=1, e: str = 'x', *args, f, g=2, **kwargs) -> dict[str, int]:\n  pass\n",
            "a(b,c,f)");
        row("parameters with marks", "def a(b, /, c, *, d): pass\n", "a(b,c,d)");
        row("parameters over lines", "def a(\n  b,\n  c=(1, 2),\n  d: dict = {'x': 1},\n):\n  pass\n", "a(b)");
        row("type parameters", "def a[T: int](b: T) -> T:\n  return b\n", "a(b)");
        row("defined twice", "def a(): pass\ndef a(b): pass\n", "a() a(b)");
        row("a long body between",
            "def a():\n  '''\ndef no(): pass\n'''\n  # def no(): pass\n  x = [\ndef_, \n]\n"
            "def b(): pass\n",
            "a() b()");
        row("match", "match x:\n  case 1:\n    def a(): pass\n  case _:\n    def b(): pass\n", "a() b()");
        row("a variable called match", "match = 1\nmatch.x = 2\ndef a(): pass\n", "a()");
        row("after a semicolon there is no def", "x = 1; y = 2\ndef a(): pass\n", "a()");
        row("until the source breaks", "def a(): pass\nx = 'no end\ndef b(): pass\n", "a()");
    }

    void functionsOfTheTopLevelAreFound()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, functions);
        QCOMPARE(functionsOf(outline(source)), functions);
    }

    void theMainGuardIsFound_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("found");
        QTest::newRow("usual") << "if __name__ == \"__main__\":\n  main()\n"_ba << true;
        QTest::newRow("single quotes, the other way round") << "if '__main__' == __name__: main()\n"_ba << true;
        QTest::newRow("in brackets, with more") << "if (__name__ == '__main__' and x):\n  main()\n"_ba << true;
        QTest::newRow("nested") << "if x:\n  if __name__ == '__main__':\n    main()\n"_ba << true;
        QTest::newRow("in a function") << "def f():\n  if __name__ == '__main__':\n    main()\n"_ba << false;
        QTest::newRow("in a string") << "'''\nif __name__ == '__main__':\n  main()\n'''\n"_ba << false;
        QTest::newRow("not equal") << "if __name__ != '__main__':\n  main()\n"_ba << false;
        QTest::newRow("another name") << "if __name__ == 'x':\n  main()\n"_ba << false;
    }

    void theMainGuardIsFound()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const bool, found);
        QCOMPARE(outline(source).hasMainGuard, found);
    }

    void aScriptIsToldFromAModule_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("does");
        QTest::newRow("call") << "print(1)\n"_ba << true;
        QTest::newRow("loop") << "for i in x:\n  i.run()\n"_ba << true;
        QTest::newRow("await") << "await x\n"_ba << true;
        QTest::newRow("call behind a semicolon") << "x = 1; run()\n"_ba << true;
        QTest::newRow("only definitions") << "'''Doc.'''\nimport a\nfrom b import (c,\n d)\nX = 1\ny: int = 2\nz += 1\n"
                                             "def f(): run()\nclass C:\n  run()\nif a:\n  pass\ntry:\n  import q\n"
                                             "except ImportError:\n  q = None\n"_ba
                                          << false;
    }

    void aScriptIsToldFromAModule()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const bool, does);
        QCOMPARE(outline(source).doesSomething, does);
    }

    void namesThatAnEntryPointCouldNameAreBound()
    {
        const Outline found = outline("import a.b, c as d\nfrom e import f, g as h\nfrom i import (j,\n k)\nl = m = 1\n"
                                      "n, o = 1, 2\np: int = 3\nq.r = 4\ns[0] = 5\nclass T: pass\ndef u(): pass\n"
                                      "for v in w:\n  x = 1\nwith y as z: pass\n");
        for (const char *name : {"a", "d", "f", "h", "j", "k", "l", "m", "n", "o", "p", "T", "u", "v", "x", "z"})
            QVERIFY2(found.names.contains(name), name);
        for (const char *name : {"b", "c", "e", "g", "i", "q", "r", "s", "w", "y"})
            QVERIFY2(!found.names.contains(name), name);
        QVERIFY(!found.bindsUnknown);
    }

    void whatMayBindAnythingIsKnown_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::newRow("star") << "from x import *\n"_ba;
        QTest::newRow("getattr") << "def __getattr__(name):\n  return 1\n"_ba;
    }

    void whatMayBindAnythingIsKnown()
    {
        QFETCH(const QByteArray, source);
        QVERIFY(outline(source).bindsUnknown);
    }

    void aBrokenSourceIsSaidWithItsLine()
    {
        const Outline found = outline("def a():\n  pass\nx = (\n");
        QCOMPARE(int(found.fault), int(Fault::OpenBracket));
        QCOMPARE(found.faultLine, 4);
    }
};

QTEST_APPLESS_MAIN(tst_Outline)
#include "tst_outline.moc"
