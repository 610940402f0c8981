#pragma once

#include <QLayout>

namespace braketeer::gui {

/// Items beside each other, each as wide as it wants to be; those that find no room go to the next line. So what it
/// lays out is never wider than its widest item, in whatever language that speaks. Without margins.
class WrapLayout final : public QLayout
{
    Q_OBJECT
public:
    explicit WrapLayout(QWidget *parent);
    ~WrapLayout() override;
    Q_DISABLE_COPY_MOVE(WrapLayout)

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    Qt::Orientations expandingDirections() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    /// All in one line.
    QSize sizeHint() const override;
    void setGeometry(const QRect &area) override;

private:
    enum class Placing { OnlyMeasured, Done };

    int gap(Qt::Orientation orientation) const;
    /// The height that the lines take.
    int place(const QRect &area, Placing placing) const;

    QList<QLayoutItem *> m_items;
};

} // namespace braketeer::gui
