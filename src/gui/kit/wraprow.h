#pragma once

#include <QWidget>

namespace braketeer::gui {

/// Its children in a WrapLayout. The order of the children is also that of the keyboard.
class WrapRow final : public QWidget
{
    Q_OBJECT
public:
    explicit WrapRow(QWidget *parent = nullptr);

protected:
    /// Takes every child widget in, as QSplitter does: a form only has to nest them.
    void childEvent(QChildEvent *event) override;
};

} // namespace braketeer::gui
