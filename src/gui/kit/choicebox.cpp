#include "gui/kit/choicebox.h"

#include <QCompleter>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

enum Role { ValueRole = Qt::UserRole, SearchRole };

constexpr int visibleRows = 14;

/// Searches all words of a row and completes to the row's value.
class ChoiceCompleter final : public QCompleter
{
public:
    using QCompleter::QCompleter;

    QString pathFromIndex(const QModelIndex &index) const override
    {
        return index.siblingAtColumn(0).data(ValueRole).toString();
    }
};

QList<QStandardItem *> rowOf(const Choice &choice, const QPalette &palette)
{
    QList<QStandardItem *> row;
    for (const QString &column : choice.columns) {
        auto *item = new QStandardItem(column);
        if (!choice.usable)
            item->setForeground(palette.brush(QPalette::Disabled, QPalette::Text));
        row.append(item);
    }
    row.constFirst()->setData(choice.value, ValueRole);
    row.constFirst()->setData(u"%1 %2 %3"_s.arg(choice.value, choice.columns.join(u' '), choice.details), SearchRole);
    row.constFirst()->setData(choice.details, Qt::AccessibleDescriptionRole);
    return row;
}

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent), m_rows(new QStandardItemModel(this)), m_list(new QTreeView), m_matches(new QTreeView)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(visibleRows);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setModel(m_rows);
    prepare(*m_list);
    setView(m_list);

    auto *completer = new ChoiceCompleter(m_rows, this);
    completer->setCompletionRole(SearchRole);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(visibleRows);
    prepare(*m_matches);
    completer->setPopup(m_matches);
    setCompleter(completer);
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        setEditText(index.siblingAtColumn(0).data(ValueRole).toString());
        Q_EMIT edited();
        Q_EMIT committed();
    });
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::highlighted), this,
            [this] { fitColumns(*m_matches, width()); });

    connect(this, &QComboBox::activated, this, [this](int row) {
        setEditText(m_rows->index(row, 0).data(ValueRole).toString());
        Q_EMIT edited();
        Q_EMIT committed();
    });
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] {
        fitColumns(*m_matches, width());
        Q_EMIT edited();
    });
}

void ChoiceBox::prepare(QTreeView &view) const
{
    view.setRootIsDecorated(false);
    view.setItemsExpandable(false);
    view.setUniformRowHeights(true);
    view.setAllColumnsShowFocus(true);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.header()->setStretchLastSection(true);
    view.header()->setSectionsClickable(false);
}

void ChoiceBox::setChoices(const ChoiceTable &table)
{
    const QString text = currentText();
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels(table.headings);
    for (const Choice &choice : table.choices)
        m_rows->appendRow(rowOf(choice, palette()));
    setCurrentIndex(-1); // else the first row would fill the empty line
    setEditText(text);
    if (!hasFocus())
        lineEdit()->setCursorPosition(0);
}

void ChoiceBox::showPopup()
{
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (m_rows->index(row, 0).data(ValueRole).toString() == currentText()) {
            const QSignalBlocker silent(this);
            const QString text = currentText();
            setCurrentIndex(row);
            setEditText(text);
        }
    }
    fitColumns(*m_list, width());
    QComboBox::showPopup();
}

void ChoiceBox::fitColumns(QTreeView &view, int least) const
{
    if (!view.model())
        return;
    const int gap = view.fontMetrics().averageCharWidth() * 2;
    int total = view.verticalScrollBar()->sizeHint().width() + 2 * view.frameWidth();
    for (int column = 0; column < view.model()->columnCount(); ++column) {
        view.resizeColumnToContents(column);
        view.setColumnWidth(column, view.columnWidth(column) + gap);
        total += view.columnWidth(column);
    }
    view.setMinimumWidth(qMax(least, total));
}

} // namespace braketeer::gui
