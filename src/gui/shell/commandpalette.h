#pragma once

#include <QFrame>

#include <memory>

class QAction;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace Ui {
class CommandPalette;
} // namespace Ui

namespace braketeer::gui {

/// A list of all actions that narrows while one types. Enter does the chosen one, Esc closes.
///
/// Words may stand in any order and anywhere: "cop com" finds "Copy the command".
class CommandPalette final : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *parent = nullptr);
    ~CommandPalette() override;

    /// Opens over the upper middle of the parent window with these actions; disabled ones are left out.
    void open(const QList<QAction *> &actions);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void filter(const QString &words);
    void choose();

    const std::unique_ptr<Ui::CommandPalette> m_ui;
    QStandardItemModel *m_model = nullptr;
    QSortFilterProxyModel *m_filter = nullptr;
};

} // namespace braketeer::gui
