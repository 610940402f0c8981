#pragma once

#include <QHash>
#include <QLabel>

namespace braketeer::gui {

/// Plain text in as many lines as its width makes of it.
///
/// A form layout computes heights from widths a little too small where rows differ in kind, so the label insists on
/// what it needs. It remembers the heights, for layouts ask for the same few widths again and again. (QLabel's own
/// answer is never less than its minimum height: what was high once would stay so.)
class NoteText final : public QLabel
{
    Q_OBJECT
public:
    explicit NoteText(const QString &text);

    void say(const QString &text);

    /// A guess is enough, for the height follows from the width; QLabel would lay the text out several times to know.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    mutable QHash<int, int> m_heights; ///< by width, of m_measured
    mutable QString m_measured;
};

} // namespace braketeer::gui
