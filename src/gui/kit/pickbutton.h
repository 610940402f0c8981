#pragma once

#include <QToolButton>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace braketeer::gui {

/// A button at the end of a line, inside its frame: "Browse…", "Choose…". The line keeps its text clear of it. Comes
/// right after the line in the tab order.
class PickButton final : public QToolButton
{
    Q_OBJECT
public:
    /// The line becomes its parent.
    PickButton(QLineEdit &line, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();

    QLineEdit &m_line;
};

} // namespace braketeer::gui
