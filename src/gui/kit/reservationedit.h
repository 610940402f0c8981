#pragma once

#include "gui/kit/valueedit.h"

namespace braketeer::gui {

class CodeEdit;

/// The list of associations as the one ARN that it can hold: of a reservation.
///
/// Source: service model: at most one item, its type is always RESERVATION_TIME_WINDOW_ARN. A list that looks otherwise
/// is shown as JSON and kept until a person edits it.
class ReservationEdit final : public ValueEdit
{
    Q_OBJECT
public:
    explicit ReservationEdit(QWidget *parent = nullptr);

    void showValue(const job::Value *value) override;
    std::optional<job::Value> value() const override;
    void describe(const FieldText &text) override;

private:
    CodeEdit *m_line;
    std::optional<job::Value> m_foreign; ///< as it came, while it is not of the usual form
};

} // namespace braketeer::gui
