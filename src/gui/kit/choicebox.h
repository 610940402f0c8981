#pragma once

#include "gui/kit/choices.h"

#include <QComboBox>

QT_BEGIN_NAMESPACE
class QStandardItemModel;
class QTreeView;
QT_END_NAMESPACE

namespace braketeer::gui {

/// A combo box that can be typed into, whose pop-up is a table, filtered as a person types: by any word of a row.
class ChoiceBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    /// Keeps what is in the line.
    void setChoices(const ChoiceTable &table);

    void showPopup() override;

Q_SIGNALS:
    void edited();    ///< by typing or choosing
    void committed(); ///< a row was chosen

private:
    void prepare(QTreeView &view) const;
    void fitColumns(QTreeView &view, int least) const;

    QStandardItemModel *m_rows;
    QTreeView *m_list;
    QTreeView *m_matches;
};

} // namespace braketeer::gui
