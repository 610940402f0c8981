#pragma once

#include "gui/kit/valueedit.h"

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace braketeer::gui {

class IntegerSpin;

/// A length of time in seconds, edited as days, hours and minutes with the seconds beside it.
///
/// All boxes empty: absent. Seconds that do not make whole minutes are shown behind the minutes.
class DurationEdit final : public ValueEdit
{
    Q_OBJECT
    /// What absence means, in seconds: shown in grey in the empty boxes. 0: nothing known.
    Q_PROPERTY(int defaultSeconds MEMBER m_default WRITE setDefaultSeconds)

public:
    explicit DurationEdit(QWidget *parent = nullptr);

    void setDefaultSeconds(int seconds);

    void showValue(const job::Value *value) override;
    std::optional<job::Value> value() const override;
    void describe(const FieldText &text) override;

private:
    void partsEdited();
    void secondsEdited();
    void showParts(std::optional<qint64> seconds);

    IntegerSpin *m_days;
    IntegerSpin *m_hours;
    IntegerSpin *m_minutes;
    QLabel *m_rest;
    IntegerSpin *m_seconds;
    int m_default = 0;
};

} // namespace braketeer::gui
