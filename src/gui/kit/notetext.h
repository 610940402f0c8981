#pragma once

#include <QHash>
#include <QLabel>

namespace braketeer::gui {

/// Plain text in as many lines as its width makes of it.
///
/// A form layout computes heights from widths a little too small where rows differ in kind, so the label insists on
/// what it needs. It remembers the heights: layouts ask for the same few widths again and again, and QLabel lays the
/// text out anew for each answer.
class NoteText final : public QLabel
{
    Q_OBJECT
public:
    explicit NoteText(const QString &text);

    /// A guess is enough, for the height follows from the width; QLabel would lay the text out several times to know.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    mutable QHash<int, int> m_heights; ///< by width, of m_measured
    mutable QString m_measured;
};

} // namespace braketeer::gui
