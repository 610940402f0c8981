#pragma once

#include <QFrame>

#include <memory>

namespace Ui {
class ChannelForm;
} // namespace Ui

namespace braketeer::gui {

/// One channel of the input data: its fields, and buttons to move and remove it. Its list binds it.
class ChannelForm final : public QFrame
{
    Q_OBJECT
public:
    explicit ChannelForm(int index, QWidget *parent = nullptr);
    ~ChannelForm() override;

    /// Says which one of how many it is: "Channel 2", and whether it can be moved.
    void setPlace(int index, int count);
    void focusFirst();
    /// Puts the focus on the button that moved it, so that it can be pressed again.
    void focusMove(bool up);

Q_SIGNALS:
    void upRequested();
    void downRequested();
    void removeRequested();

private:
    const std::unique_ptr<Ui::ChannelForm> m_ui;
};

} // namespace braketeer::gui
