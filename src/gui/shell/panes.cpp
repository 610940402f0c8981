#include "gui/shell/panes.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLocale>
#include <QMainWindow>
#include <QStyle>

#include <utility>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

namespace {

/// Width of the pane at the right and height of the panes below on the first start.
QSize firstSize(const QWidget &window)
{
    const QFontMetrics metrics = window.fontMetrics();
    return {metrics.averageCharWidth() * 48, metrics.height() * 13};
}

} // namespace

Panes::Panes(QMainWindow &window) : QObject(&window), m_window(window)
{
    const auto add = [this](Pane pane, const char *name, const QString &title, Qt::DockWidgetArea area) {
        auto *dock = new QDockWidget(title, &m_window);
        dock->setObjectName(QLatin1StringView(name));
        m_window.addDockWidget(area, dock);
        m_rows.insert(pane, {dock, nullptr, title, {}});
    };
    add(Pane::Command, "commandDock", tr("Command"), Qt::RightDockWidgetArea);
    add(Pane::History, "historyDock", tr("History"), Qt::BottomDockWidgetArea);
    add(Pane::Findings, "findingsDock", tr("Findings"), Qt::BottomDockWidgetArea);
    add(Pane::Storage, "storageDock", tr("S3"), Qt::BottomDockWidgetArea);
    add(Pane::Transfers, "transfersDock", tr("Transfers"), Qt::BottomDockWidgetArea);
    arrange();
}

QMargins Panes::firstMargins(const QMainWindow &window)
{
    const QSize size = firstSize(window);
    const int separator = window.style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent, nullptr, &window);
    return {0, 0, size.width() + separator, size.height() + separator};
}

void Panes::arrange()
{
    QDockWidget *const command = m_rows[Pane::Command].dock;
    QDockWidget *const history = m_rows[Pane::History].dock;
    m_window.tabifyDockWidget(history, m_rows[Pane::Findings].dock);
    m_window.tabifyDockWidget(m_rows[Pane::Findings].dock, m_rows[Pane::Storage].dock);
    m_window.tabifyDockWidget(m_rows[Pane::Storage].dock, m_rows[Pane::Transfers].dock);
    m_window.setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    history->raise();
    const QSize first = firstSize(m_window);
    m_window.resizeDocks({command}, {first.width()}, Qt::Horizontal);
    m_window.resizeDocks({history}, {first.height()}, Qt::Vertical);
}

void Panes::setContent(Pane pane, QWidget *content, QWidget *focus)
{
    Row &row = m_rows[pane];
    row.dock->setWidget(content);
    row.focus = focus;
}

void Panes::setContentLater(Pane pane, std::function<void()> make)
{
    m_rows[pane].make = std::move(make);
    // A tab behind others is not seen; coming to the front is.
    const QDockWidget *const dock = m_rows[pane].dock;
    connect(dock, &QDockWidget::visibilityChanged, this, [this, pane](bool visible) {
        if (visible)
            makeContent(pane);
    });
    if (dock->isVisible() && !dock->visibleRegion().isEmpty())
        makeContent(pane);
}

void Panes::makeContent(Pane pane)
{
    if (const auto make = std::exchange(m_rows[pane].make, {}))
        make();
}

void Panes::raise(Pane pane)
{
    makeContent(pane);
    QDockWidget *const dock = m_rows.value(pane).dock;
    dock->show();
    dock->raise();
}

void Panes::setCount(Pane pane, int count)
{
    const Row row = m_rows.value(pane);
    row.dock->setWindowTitle(count == 0 ? row.title : u"%1 (%2)"_s.arg(row.title, QLocale().toString(count)));
}

QList<QAction *> Panes::toggles() const
{
    QList<QAction *> actions;
    for (const Pane pane : {Pane::Command, Pane::History, Pane::Findings, Pane::Storage, Pane::Transfers})
        actions.append(m_rows.value(pane).dock->toggleViewAction());
    return actions;
}

void Panes::cycleFocus(int by, const QList<QWidget *> &before) const
{
    QList<QWidget *> stops = before;
    for (const Pane pane : {Pane::Command, Pane::History, Pane::Findings, Pane::Storage, Pane::Transfers}) {
        const Row row = m_rows.value(pane);
        if (row.focus && row.dock->isVisible())
            stops.append(row.focus);
    }
    const QWidget *const current = QApplication::focusWidget();
    qsizetype at = by > 0 ? -1 : 0;
    for (qsizetype stop = 0; current && stop < stops.size(); ++stop) {
        // A dock's focus widget stands for everything in the dock.
        const QWidget *area = stops.at(stop);
        for (const Row &row : m_rows) {
            if (row.focus == area)
                area = row.dock;
        }
        if (area == current || area->isAncestorOf(current))
            at = stop;
    }
    const qsizetype count = stops.size();
    QWidget *const next = stops.at(((at + by) % count + count) % count);
    for (const Row &row : m_rows) {
        if (row.focus == next)
            row.dock->raise();
    }
    next->setFocus(Qt::ShortcutFocusReason);
}

} // namespace braketeer::gui
