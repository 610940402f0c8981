#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What a row of the table in docs/architecture.md says that a room may include.
struct Room
{
    QStringList rooms;
    QStringList libraries;
};

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QMap<QString, Room> roomsOfTheArchitecturePage()
{
    QMap<QString, Room> rooms;
    static const QRegularExpression row(u"^\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|[^|]*\\|$"_s,
                                        QRegularExpression::MultilineOption);
    static const QRegularExpression roomName(u"^`(\\w+)`$"_s);
    const QString page = readText(QStringLiteral(BRAKETEER_SOURCE_DIR "/docs/architecture.md"));
    for (const auto &match : row.globalMatch(page)) {
        Room room;
        const auto allowed = match.captured(2).split(u',', Qt::SkipEmptyParts);
        for (const QString &item : allowed) {
            const auto name = roomName.match(item.trimmed());
            if (name.hasMatch())
                room.rooms << name.captured(1);
            else if (!item.trimmed().isEmpty())
                room.libraries << item.trimmed();
        }
        rooms.insert(match.captured(1), room);
    }
    return rooms;
}

/// The outside library a header belongs to, as the page calls it; empty for the C++ and C libraries and Qt Core.
QString libraryOf(const QString &header)
{
    static const QMap<QString, QString> byFolder{
        {u"openssl"_s, u"OpenSSL"_s},       {u"rapidjson"_s, u"RapidJSON"_s},    {u"yaml-cpp"_s, u"yaml-cpp"_s},
        {u"tl"_s, u"tl::expected"_s},       {u"qt6keychain"_s, u"QtKeychain"_s}, {u"sqlite3.h"_s, u"SQLite"_s},
        {u"httplib.h"_s, u"cpp-httplib"_s}, {u"archive.h"_s, u"libarchive"_s},   {u"curl"_s, u"libcurl"_s},
    };
    const QString first = header.section(u'/', 0, 0);
    if (byFolder.contains(first))
        return byFolder.value(first);
    if (header.startsWith(u"QCoro"))
        return u"QCoro"_s;
    static const QRegularExpression module(u"^Qt(Gui|Widgets|Network|Sql|DBus|Svg|Charts|Concurrent|Test)(/|$)"_s);
    if (const auto match = module.match(header); match.hasMatch())
        return u"Qt "_s + match.captured(1);
    const auto roots = QStringLiteral(QT_INCLUDE_DIRS).split(u':');
    for (const char *name : {"Gui", "Widgets", "Network", "Sql", "DBus", "Svg", "Charts", "Concurrent", "Test"}) {
        for (const QString &root : roots) {
            if (QFile::exists(root + u"/Qt"_s + QLatin1StringView(name) + u'/' + header))
                return u"Qt "_s + QLatin1StringView(name);
        }
    }
    return {};
}

} // namespace

/// Holds every direct #include below src/ against the table of rooms.
class tst_Layering : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyFolderOfSrcHasARow()
    {
        const auto rooms = roomsOfTheArchitecturePage();
        const auto folders =
            QDir(QStringLiteral(BRAKETEER_SOURCE_DIR "/src")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(!folders.isEmpty());
        for (const QString &folder : folders)
            QVERIFY2(rooms.contains(folder), qPrintable(folder));
    }

    void everyIncludeIsAllowed_data()
    {
        QTest::addColumn<QString>("room");
        const auto rooms = roomsOfTheArchitecturePage();
        for (auto room = rooms.cbegin(); room != rooms.cend(); ++room)
            QTest::newRow(qPrintable(room.key())) << room.key();
    }

    void everyIncludeIsAllowed()
    {
        QFETCH(const QString, room);
        const auto rooms = roomsOfTheArchitecturePage();
        const Room allowed = rooms.value(room);
        static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s,
                                                QRegularExpression::MultilineOption);
        static const QStringList everybody{u"QCoro"_s, u"tl::expected"_s};
        QStringList forbidden;
        QDirIterator files(QStringLiteral(BRAKETEER_SOURCE_DIR "/src/") + room, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            for (const auto &match : include.globalMatch(readText(path))) {
                const QString header = match.captured(2);
                const QString line = path.section(u"/src/"_s, -1) + u" includes "_s + header;
                if (match.captured(1) == u"\"") {
                    const QString other = header.section(u'/', 0, 0);
                    if (rooms.contains(other) && other != room && other != u"core" && !allowed.rooms.contains(other))
                        forbidden << line;
                } else if (const QString library = libraryOf(header);
                           !library.isEmpty() && !allowed.libraries.contains(library) && !everybody.contains(library)) {
                    forbidden << line + u" ("_s + library + u')';
                }
            }
        }
        QVERIFY2(forbidden.isEmpty(),
                 qPrintable(u"not in the row of docs/architecture.md:\n"_s + forbidden.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(tst_Layering)
#include "tst_layering.moc"
