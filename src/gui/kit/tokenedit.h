#pragma once

#include "gui/kit/valueedit.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace braketeer::gui {

class CodeEdit;

/// A client token: a line that may stay empty, and a button that puts a new random one in.
class TokenEdit final : public ValueEdit
{
    Q_OBJECT
public:
    explicit TokenEdit(QWidget *parent = nullptr);

    void showValue(const job::Value *value) override;
    std::optional<job::Value> value() const override;
    void describe(const FieldText &text) override;

private:
    CodeEdit *m_line;
    QPushButton *m_renew;
};

} // namespace braketeer::gui
