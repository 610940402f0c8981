#pragma once

#include "flows/interaction.h"

#include <QPointer>
#include <QWidget>

namespace braketeer::gui {

/// Asks in a box over the window whether a submission whose answer was lost long ago is sent again.
class ResendQuestion final : public flows::Interaction
{
public:
    explicit ResendQuestion(QWidget &window);

    core::Task<flows::LostAnswer> confirmResend(flows::LostSubmission submission) override;

private:
    const QPointer<QWidget> m_window;
};

} // namespace braketeer::gui
