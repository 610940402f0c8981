#pragma once

#include "gui/kit/valueedit.h"

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace braketeer::gui {

class IntegerSpin;

/// A whole number with its unit beside it: "30 GB". Empty is absent; a text that is no number is kept as text.
class IntegerEdit final : public ValueEdit
{
    Q_OBJECT
    Q_PROPERTY(QString unit READ unit WRITE setUnit)
    Q_PROPERTY(int minimum MEMBER m_minimum WRITE setMinimum)

public:
    explicit IntegerEdit(QWidget *parent = nullptr);

    QString unit() const;
    void setUnit(const QString &unit);
    /// Where the arrows start and end downwards.
    void setMinimum(int minimum);

    void showValue(const job::Value *value) override;
    std::optional<job::Value> value() const override;
    void describe(const FieldText &text) override;

private:
    IntegerSpin *m_spin;
    QLabel *m_unit;
    int m_minimum = 1;
};

/// A number when `text` is a whole number, the text itself otherwise, nothing when it is blank.
std::optional<job::Value> integerValue(const QString &text);

} // namespace braketeer::gui
