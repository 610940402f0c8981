#pragma once

#include <QHash>
#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;
class QWidget;

namespace braketeer::gui {

/// The panes around the form: docks that can be moved, closed and floated. Empty until their content is there.
class Panes final : public QObject
{
    Q_OBJECT
public:
    enum class Pane { Command, History, Findings };

    explicit Panes(QMainWindow &window);

    /// Puts `content` into the pane; `focus` is what the keyboard goes to.
    void setContent(Pane pane, QWidget *content, QWidget *focus);
    /// Opens the pane if it was closed and brings it before those it shares its place with.
    void raise(Pane pane);
    /// Title with a number: "Findings 2".
    void setCount(Pane pane, int count);
    /// Where everything is on the first start.
    void arrange();
    /// Entries that open and close the panes, for the menu.
    QList<QAction *> toggles() const;

    /// Moves the keyboard `by` places on, along `before` and then the visible panes.
    void cycleFocus(int by, const QList<QWidget *> &before) const;

private:
    struct Row
    {
        QDockWidget *dock = nullptr;
        QWidget *focus = nullptr;
        QString title;
    };

    QMainWindow &m_window;
    QHash<Pane, Row> m_rows;
};

} // namespace braketeer::gui
