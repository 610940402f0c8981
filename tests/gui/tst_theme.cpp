#include "gui/kit/icons.h"
#include "gui/kit/latericonstyle.h"
#include "gui/kit/palettefile.h"
#include "gui/kit/theme.h"

#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QtWidgets>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;

namespace {

/// How well a text is told from what is behind it. Source: WCAG 2.2, relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : qPow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &left, const QColor &right)
{
    const double a = luminance(left);
    const double b = luminance(right);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

QColor inkOf(const QIcon &icon)
{
    const QImage image = icon.pixmap(32).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255)
                return image.pixelColor(x, y);
        }
    }
    return {};
}

} // namespace

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void cleanup() { QApplication::setPalette(m_original); }

    void theDesktopsWishIsFollowed()
    {
        Theme theme;
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setDesktopScheme(ColorScheme::Dark);
        QCOMPARE(theme.effective(), ColorScheme::Dark);
        theme.setDesktopScheme(ColorScheme::System);
        QVERIFY(QGuiApplication::palette() == m_original);
        QCOMPARE(changed.count(), 2);
    }

    void aPersonsChoiceWinsOverTheDesktop()
    {
        Theme theme;
        theme.setDesktopScheme(ColorScheme::Dark);
        theme.setScheme(ColorScheme::Light);
        QCOMPARE(theme.effective(), ColorScheme::Light);
        theme.setScheme(ColorScheme::System);
        QCOMPARE(theme.effective(), ColorScheme::Dark);
    }

    void theEnvironmentWinsOverAll()
    {
        qputenv("BRAKETEER_COLOR_SCHEME", "dark");
        const auto forget = qScopeGuard([] { qunsetenv("BRAKETEER_COLOR_SCHEME"); });
        Theme theme;
        theme.apply();
        theme.setScheme(ColorScheme::Light);
        QCOMPARE(theme.effective(), ColorScheme::Dark);
    }

    void textIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textIsReadable()
    {
        QFETCH(const bool, dark);
        const PaletteFile &file = builtInPalette(dark);
        QCOMPARE(isDark(file.palette), dark);
        const QColor window = file.palette.color(QPalette::Window);
        const QColor base = file.palette.color(QPalette::Base);
        QVERIFY(contrast(file.palette.color(QPalette::WindowText), window) >= 7);
        QVERIFY(contrast(file.palette.color(QPalette::Text), base) >= 7);
        QVERIFY(contrast(file.palette.color(QPalette::PlaceholderText), base) >= 4.5);
        QVERIFY(contrast(file.palette.color(QPalette::HighlightedText), file.palette.color(QPalette::Highlight))
                >= 3.5);
        for (const auto &name : {u"error"_s, u"warning"_s, u"info"_s, u"ok"_s, u"secondary"_s, u"neutral"_s})
            QVERIFY2(contrast(file.semantic.value(name), window) >= 4.5, qPrintable(name));
        QVERIFY(contrast(file.semantic.value(u"demoText"_s), file.semantic.value(u"demo"_s)) >= 4.5);
    }

    void aBrokenPaletteFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no palette") << QByteArray("{\"semantic\": {}}");
        QTest::newRow("unknown role") << QByteArray("{\"palette\": {\"sky\": \"#0000ff\"}}");
        QTest::newRow("no colour") << QByteArray("{\"palette\": {\"window\": \"blueish\"}}");
    }

    void aBrokenPaletteFileIsRefused()
    {
        QFETCH(const QByteArray, content);
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(content);
        file.close();
        QVERIFY(!readPaletteFile(file.fileName()));
    }

    void everyIconFileIsDrawn_data()
    {
        QTest::addColumn<QString>("name");
        themeIcon(u"list-add"_s); // links the resources
        for (const QString &file : QDir(u":/icons"_s).entryList())
            QTest::newRow(qPrintable(file)) << QFileInfo(file).completeBaseName();
    }

    void everyIconFileIsDrawn()
    {
        QFETCH(const QString, name);
        const QIcon icon = themeIcon(name);
        QVERIFY(!icon.isNull());
        QVERIFY(inkOf(icon).isValid());
        QFile file(u":/icons/%1.svg"_s.arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY(svg.contains("currentColor"));
        QVERIFY(!svg.contains('#')); // no colours of its own
    }

    void iconsFollowThePalette()
    {
        const QIcon icon = themeIcon(u"section-basics"_s);
        Theme theme;
        theme.setScheme(ColorScheme::Light);
        const QColor light = inkOf(icon);
        theme.setScheme(ColorScheme::Dark);
        const QColor dark = inkOf(icon);
        QVERIFY(dark.lightness() > light.lightness());
    }

    void severitiesDifferInFormAndWord()
    {
        QSet<QString> words;
        QList<QImage> shapes;
        for (const auto severity :
             {job::Severity::Error, job::Severity::Warning, job::Severity::Info, job::Severity::Skipped}) {
            words.insert(severityText(severity));
            const QImage shape = severityIcon(severity).pixmap(32).toImage().convertToFormat(QImage::Format_Alpha8);
            QVERIFY(!shapes.contains(shape));
            shapes.append(shape);
        }
        QCOMPARE(words.size(), 4);
    }

    void aStatusNobodyKnowsHasAnIconToo()
    {
        QVERIFY(inkOf(statusIcon(u"INITIALIZED"_s)).isValid());
        QVERIFY(inkOf(statusIcon(u"RUNNING"_s)) != inkOf(statusIcon(u"FAILED"_s)));
    }

    void theStandardIconsAreThePlatformsOwn_data()
    {
        QTest::addColumn<QStyle::StandardPixmap>("which");
        QTest::newRow("close") << QStyle::SP_TitleBarCloseButton;
        QTest::newRow("more") << QStyle::SP_ToolBarHorizontalExtensionButton;
        QTest::newRow("question") << QStyle::SP_MessageBoxQuestion;
    }

    void theStandardIconsAreThePlatformsOwn()
    {
        QFETCH(const QStyle::StandardPixmap, which);
        const std::unique_ptr<QStyle> platform(QStyleFactory::create(u"fusion"_s));
        const LaterIconStyle later(QStyleFactory::create(u"fusion"_s));
        const QIcon own = platform->standardIcon(which);
        const QIcon icon = later.standardIcon(which);
        QVERIFY(!icon.isNull());
        QCOMPARE(icon.availableSizes(), own.availableSizes());
        for (const qreal scale : {1.0, 2.0})
            QCOMPARE(icon.pixmap(QSize(16, 16), scale).toImage(), own.pixmap(QSize(16, 16), scale).toImage());
    }

    void anIconThatOutlivesItsStyleIsEmptyAndNoMore()
    {
        auto later = std::make_unique<LaterIconStyle>(QStyleFactory::create(u"fusion"_s));
        const QIcon icon = later->standardIcon(QStyle::SP_TitleBarCloseButton);
        later.reset();
        QVERIFY(icon.pixmap(16).isNull());
    }

    void theStyleSaysWhichOneDraws()
    {
        const LaterIconStyle later(QStyleFactory::create(u"fusion"_s));
        const std::unique_ptr<QStyle> windows(QStyleFactory::create(u"windows"_s));
        QCOMPARE(LaterIconStyle::drawnBy(later), u"fusion"_s);
        QCOMPARE(LaterIconStyle::drawnBy(*windows), u"windows"_s);
    }

private:
    const QPalette m_original = QGuiApplication::palette();
};

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
