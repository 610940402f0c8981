#pragma once

#include <QHash>
#include <QMargins>
#include <QObject>

#include <functional>

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
    enum class Pane { Command, History, Findings, Storage, Transfers };

    explicit Panes(QMainWindow &window);

    /// What the panes take from the window's centre on the first start.
    static QMargins firstMargins(const QMainWindow &window);

    /// Puts `content` into the pane; `focus` is what the keyboard goes to.
    void setContent(Pane pane, QWidget *content, QWidget *focus);
    /// Makes the pane's content when it is first seen; `make` gives it and calls setContent().
    void setContentLater(Pane pane, std::function<void()> make);
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
        std::function<void()> make; ///< the content, when it is first seen
    };

    void makeContent(Pane pane);

    QMainWindow &m_window;
    QHash<Pane, Row> m_rows;
};

} // namespace braketeer::gui
