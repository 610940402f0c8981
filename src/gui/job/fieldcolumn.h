#pragma once

#include <QLayout>
#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace braketeer::gui {

class FieldNote;

/// A field with its note below it, standing in one cell of a form. The form's label is kept as high as one line of
/// input, so that it stands beside the field and not beside the middle of both.
class FieldColumn final : public QWidget
{
    Q_OBJECT
public:
    /// `label` may be null.
    FieldColumn(QLabel *label, QWidget *parent);

    /// Heights follow from widths: QWidget's own hints would lay every text out, only to guess a height.
    QSize sizeHint() const override { return layout()->sizeHint(); }

    QSize minimumSizeHint() const override { return layout()->minimumSize(); }

    /// Takes over the field and its note.
    void adopt(QWidget &field, FieldNote &note);

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fitLabel();
    void tellHeight();

    QVBoxLayout *m_layout;
    int m_needed = 0; ///< height that the form was told of last
    QPointer<QLabel> m_label;
};

} // namespace braketeer::gui
