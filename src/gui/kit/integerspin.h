#pragma once

#include <QAbstractSpinBox>

#include <optional>

namespace braketeer::gui {

/// A spin box for a whole number that may be empty, and that shows any text without changing it.
///
/// QSpinBox always has a number; here an empty box means that the member is absent, and a wrong text from an imported
/// file stays to be seen and mended.
class IntegerSpin final : public QAbstractSpinBox
{
    Q_OBJECT
public:
    explicit IntegerSpin(QWidget *parent = nullptr);

    /// Range of the arrows; typing may leave it, the checks speak then. `max` -1: no upper end.
    void setRange(qint64 min, qint64 max);
    /// Number of digits there is room for.
    void setDigits(int digits);
    void setPlaceholderText(const QString &text);

    /// Shows `text` as it is; no signal.
    void setText(const QString &text);
    /// Nothing when the box is empty or holds something else than a whole number.
    std::optional<qint64> number() const;

    void stepBy(int steps) override;
    QValidator::State validate(QString &input, int &position) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();

protected:
    StepEnabled stepEnabled() const override;

private:
    qint64 m_min = 0;
    qint64 m_max = -1;
    int m_digits = 6;
};

} // namespace braketeer::gui
