#pragma once

#include <QLineEdit>

#include <optional>

namespace braketeer::gui {

/// A line for something that is copied and pasted letter by letter: an ARN, an id, a path. Monospaced, but not its
/// placeholder: an empty form needs no second font. What is pasted loses the blanks and line ends around it.
class CodeEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit CodeEdit(QWidget *parent = nullptr);

    /// As high as a line in the window's own font, so that a form's lines are all of one height.
    QSize sizeHint() const override;

protected:
    /// What a paste puts in.
    virtual QString cleaned(const QString &pasted) const;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showText(const QString &text);

    bool m_plain = true;                     ///< in the window's font, for there is nothing but the placeholder
    mutable std::optional<int> m_lineHeight; ///< of a line in the window's font
};

} // namespace braketeer::gui
