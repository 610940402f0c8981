#include "gui/storage/placememory.h"
#include "gui/storage/storagebrowser.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

constexpr int keys = 1'000'000;
constexpr int keysAPage = 1000;

/// Times every event that the loop hands out, painting and timers among them: while one is handled, the window is deaf.
class Application final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ == 0)
            m_clock.start();
        const bool taken = QApplication::notify(receiver, event);
        if (--m_depth == 0)
            longest = std::max(longest, double(m_clock.nsecsElapsed()) / 1e6);
        return taken;
    }

    double longest = 0; ///< milliseconds

private:
    QElapsedTimer m_clock;
    int m_depth = 0;
};

flows::ListPage page(int from)
{
    flows::ListPage made;
    made.entries.reserve(keysAPage);
    for (int at = from; at < from + keysAPage; ++at) {
        flows::ObjectEntry entry;
        entry.key = u"measurements/shot-%1.json"_s.arg(at, 9, 10, QChar(u'0'));
        entry.size = 1000 + at;
        entry.modified = QDateTime::fromSecsSinceEpoch(1767603600 + at, Qt::UTC);
        entry.storageClass = u"STANDARD"_s;
        made.entries.append(entry);
    }
    if (from + keysAPage < keys)
        made.nextToken = QString::number(from + keysAPage);
    return made;
}

core::Task<flows::ListPage> listPage(flows::ListQuery query)
{
    co_return page(query.continuationToken.toInt());
}

/// Waits for the first frame that shows a row.
class FirstRows final : public QObject
{
public:
    explicit FirstRows(QTableView &table) : m_table(table) { table.viewport()->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool result = QObject::eventFilter(watched, event);
        if (event->type() == QEvent::Paint && m_table.model()->rowCount() > 0)
            seen = true;
        return result;
    }

    bool seen = false;

private:
    QTableView &m_table;
};

} // namespace

/// The S3 browser of the window over a made-up listing of a million keys: how long after the answer the first page is
/// painted, and how long any single event takes while a person scrolls and the rest arrives.
int main(int argc, char *argv[])
{
    Application app(argc, argv);
    gui::PlaceMemory memory(nullptr);
    gui::StorageBrowser browser(memory);
    auto access = std::make_shared<gui::StorageAccess>();
    access->listPage = [](flows::ListQuery query, core::CancelToken) { return listPage(std::move(query)); };
    access->region = u"us-west-2"_s;
    browser.setAccess(access);
    browser.resize(1000, 600);
    browser.show();
    QTest::qWait(200); // shown, with its fonts loaded, as it is when a person opens a place

    QTableView &table = *browser.objectsTable();
    const FirstRows rows(table);
    QElapsedTimer clock;
    clock.start();
    browser.navigator().go({u"bucket"_s, u"measurements/"_s});
    while (!rows.seen)
        QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    std::printf("first-page %.3f\n", double(clock.nsecsElapsed()) / 1e6);

    app.longest = 0;
    browser.navigator().listing().loadAll();
    int steps = 0;
    const auto scroll = [&] {
        QScrollBar &bar = *table.verticalScrollBar();
        // A page down, and now and then a long way along, as by the scroll bar's handle.
        bar.setValue(++steps % 10 == 0 ? int(qint64(bar.maximum()) * (steps % 97) / 97) : bar.value() + bar.pageStep());
    };
    QTimer scroller;
    QObject::connect(&scroller, &QTimer::timeout, &table, scroll);
    scroller.start(0);
    while (!browser.navigator().listing().isComplete() || steps < 2000)
        QCoreApplication::processEvents();
    std::printf("longest-block %.3f\nsteps %d\nrows %d\n", app.longest, steps, table.model()->rowCount());
    return 0;
}
