#include "gui/shell/panemargins.h"

#include <QTest>
#include <QWidget>

using namespace braketeer::gui;
using namespace Qt::StringLiterals;

class tst_PaneMargins : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void marginsComeBackFromTheSettings()
    {
        const QMargins margins(1, 0, 420, 260);
        QCOMPARE(marginsOf(bytesOf(margins), QSize(1200, 800)), margins);
    }

    void whatWouldHideTheFormIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << "no margins"_ba;
        QTest::newRow("cut off") << bytesOf(QMargins(1, 2, 3, 4)).chopped(1);
        QTest::newRow("negative") << bytesOf(QMargins(-1, 0, 0, 0));
        QTest::newRow("too wide") << bytesOf(QMargins(500, 0, 500, 0));
        QTest::newRow("too high") << bytesOf(QMargins(0, 0, 0, 700));
        QTest::newRow("beyond all numbers") << bytesOf(QMargins(INT_MAX, 0, INT_MAX, 0));
    }

    void whatWouldHideTheFormIsNotTaken()
    {
        QFETCH(const QByteArray, bytes);
        QCOMPARE(marginsOf(bytes, QSize(1200, 800)), std::nullopt);
    }

    void theyAreMeasuredFromTheWindowsEdges()
    {
        QWidget window;
        QWidget outer(&window);
        QWidget inner(&outer);
        window.resize(200, 100);
        outer.setGeometry(10, 20, 150, 70);
        inner.setGeometry(1, 2, 100, 50);
        QCOMPARE(marginsAround(inner), QMargins(11, 22, 89, 28));
    }
};

QTEST_MAIN(tst_PaneMargins)
#include "tst_panemargins.moc"
