#pragma once

#include "gui/kit/valueedit.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QTableView;
QT_END_NAMESPACE

namespace braketeer::gui {

class KeyValueModel;
struct Pair;

/// A map of names and values as a table: typed into its last row, pasted (see readPairs()), edited in place.
///
/// Enter or F2 edits a cell, Tab goes on to the next one while editing and leaves the table otherwise, Delete removes
/// the selected rows.
class KeyValueEdit final : public ValueEdit
{
    Q_OBJECT
    /// Rows there is room for at least; the table grows with its rows up to a dozen, and with the page when its
    /// vertical size policy is Expanding.
    Q_PROPERTY(int visibleRows READ visibleRows WRITE setVisibleRows)

public:
    explicit KeyValueEdit(QWidget *parent = nullptr);

    int visibleRows() const { return m_visibleRows; }

    void setVisibleRows(int rows);

    void showValue(const job::Value *value) override;
    std::optional<job::Value> value() const override;
    void describe(const FieldText &text) override;
    void markFindings(const job::Findings &findings) override;
    void focusOn(const job::Path &path) override;

    /// Adds pairs from a text in any of the forms that readPairs() knows, and says below the table what came of it.
    void paste(const QString &text);

    KeyValueModel &model() { return *m_model; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeButtons();
    void startNewRow();
    void removeSelected();
    bool tableKey(int key, Qt::KeyboardModifiers modifiers);
    void say(const QString &message);
    void refreshState();
    void fitHeight();

    KeyValueModel *m_model;
    QTableView *m_table;
    QPushButton *m_remove = nullptr;
    QLabel *m_message;
    std::optional<job::Value> m_kept;
    int m_visibleRows = 4;
};

} // namespace braketeer::gui
