#include "gui/kit/colorschemeportal.h"
#include "support/patience.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace braketeer::gui;
using namespace Qt::StringLiterals;

/// The desktop's side of the portal, as much of it as is asked for.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint preference = 1;

public Q_SLOTS:

    QDBusVariant Read(const QString &nameSpace, const QString &key)
    {
        const bool isKnown = nameSpace == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s;
        // Source: the portal's Read() puts the value into a variant inside the variant that it answers.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(isKnown ? QVariant(preference) : QVariant(u"?"_s))));
    }
};

/// On a session bus of its own: see the launcher of this test.
class tst_Portal : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_desktop.isConnected());
        const auto everything = QDBusConnection::ExportAllSlots;
        QVERIFY(m_desktop.registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal, everything));
        QVERIFY(m_desktop.registerService(u"org.freedesktop.portal.Desktop"_s));
    }

    void theSchemeIsReadWithoutWaiting()
    {
        ColorSchemePortal portal;
        QSignalSpy read(&portal, &ColorSchemePortal::schemeRead);
        portal.start();
        QCOMPARE(read.count(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(read.count(), 1, braketeer::test::patience);
        QCOMPARE(read.constFirst().constFirst().value<ColorScheme>(), ColorScheme::Dark);
    }

    void aChangeOfTheDesktopIsFollowed()
    {
        ColorSchemePortal portal;
        QSignalSpy read(&portal, &ColorSchemePortal::schemeRead);
        portal.start();
        QTRY_COMPARE_WITH_TIMEOUT(read.count(), 1, braketeer::test::patience);
        announce(u"org.freedesktop.appearance"_s, u"contrast"_s, 1);
        announce(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 2);
        announce(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 0);
        QTRY_COMPARE_WITH_TIMEOUT(read.count(), 3, braketeer::test::patience);
        QCOMPARE(read.at(1).constFirst().value<ColorScheme>(), ColorScheme::Light);
        QCOMPARE(read.at(2).constFirst().value<ColorScheme>(), ColorScheme::System);
    }

private:
    void announce(const QString &nameSpace, const QString &key, uint value)
    {
        QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                                         u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal << nameSpace << key << QVariant::fromValue(QDBusVariant(value));
        QVERIFY(m_desktop.send(signal));
    }

    FakePortal m_portal;
    QDBusConnection m_desktop = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
};

QTEST_MAIN(tst_Portal)
#include "tst_portal.moc"
