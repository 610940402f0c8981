#include "gui/history/historypane.h"

#include "gui/history/historymodel.h"
#include "gui/history/historywords.h"
#include "gui/kit/icons.h"
#include "ui_historypane.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

HistoryPane::HistoryPane(HistoryModel &model, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::HistoryPane>()), m_model(model)
{
    m_ui->setupUi(this);
    m_ui->table->setModel(&model);
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    m_ui->copyButton->setIcon(themeIcon(u"edit-copy"_s));
    m_ui->refreshButton->setIcon(themeIcon(u"view-refresh"_s));
    sizeColumns();
    makeMenu();

    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &HistoryPane::searchChanged);
    connect(m_ui->copyButton, &QAbstractButton::clicked, this, &HistoryPane::copyArn);
    connect(m_ui->refreshButton, &QAbstractButton::clicked, this, &HistoryPane::refreshWanted);
    connect(m_ui->table, &QWidget::customContextMenuRequested, this, &HistoryPane::showMenu);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPane::updateEntries);
    connect(&model, &QAbstractItemModel::dataChanged, this, &HistoryPane::updateEntries);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&model, signal, this, &HistoryPane::updateEmptyState);
        connect(&model, signal, this, &HistoryPane::selectWaiting);
    }
    connect(&model, &QAbstractItemModel::modelReset, this, &HistoryPane::updateEmptyState);
    updateEntries();
    updateEmptyState();
}

HistoryPane::~HistoryPane() = default;

QAction *HistoryPane::addEntry(const char *name, const QString &text, const QString &iconName, const QKeySequence &keys)
{
    auto *entry = new QAction(themeIcon(iconName), text, this);
    entry->setObjectName(QLatin1StringView(name));
    entry->setShortcut(keys);
    entry->setShortcutContext(Qt::WidgetShortcut);
    m_ui->table->addAction(entry);
    m_menu->addAction(entry);
    return entry;
}

void HistoryPane::makeMenu()
{
    m_menu = new QMenu(this);
    m_menu->setObjectName(u"historyMenu"_s);
    const auto ask = [this](QAction *entry, void (HistoryPane::*signal)(const store::Submission &)) {
        connect(entry, &QAction::triggered, this, [this, signal] {
            if (const auto submission = selected())
                Q_EMIT(this->*signal)(*submission);
        });
    };
    m_copy = addEntry("history.copyarn", tr("&Copy ARN"), u"edit-copy"_s, QKeySequence::Copy);
    connect(m_copy, &QAction::triggered, this, &HistoryPane::copyArn);
    m_clone = addEntry("history.clone", tr("&Open as new draft"), u"document-new"_s, Qt::Key_Return);
    ask(m_clone, &HistoryPane::cloneWanted);
    m_menu->addSeparator();
    m_resolve = addEntry("history.resolve", tr("&Resolve"), u"view-refresh"_s, {});
    ask(m_resolve, &HistoryPane::resolveWanted);
    m_cancel = addEntry("history.cancel", tr("C&ancel job…"), u"process-stop"_s, {});
    ask(m_cancel, &HistoryPane::cancelWanted);
    m_menu->addSeparator();
    m_forget = addEntry("history.forget", tr("&Forget…"), u"edit-delete"_s, QKeySequence::Delete);
    ask(m_forget, &HistoryPane::forgetWanted);
}

void HistoryPane::select(qint64 id)
{
    m_wanted = id;
    selectWaiting();
}

void HistoryPane::selectWaiting()
{
    const int row = m_wanted ? m_model.rowOf(m_wanted) : -1;
    if (row < 0)
        return;
    m_wanted = 0;
    const QModelIndex index = m_model.index(row, HistoryModel::Name);
    m_ui->table->setCurrentIndex(index);
    m_ui->table->selectRow(row);
    m_ui->table->scrollTo(index);
}

std::optional<store::Submission> HistoryPane::selected() const
{
    const QModelIndexList rows = m_ui->table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return std::nullopt;
    return m_model.submission(rows.first().row());
}

void HistoryPane::focusSearch()
{
    m_ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->searchEdit->selectAll();
}

QWidget *HistoryPane::tableView() const
{
    return m_ui->table;
}

void HistoryPane::copyArn()
{
    const auto submission = selected();
    if (!submission || submission->jobArn.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(submission->jobArn);
    Q_EMIT arnCopied(submission->jobArn);
}

void HistoryPane::setNotice(const QString &notice)
{
    m_notice = notice;
    updateEmptyState();
}

void HistoryPane::updateEntries()
{
    const auto submission = selected();
    const bool hasArn = submission && !submission->jobArn.isEmpty();
    m_copy->setEnabled(hasArn);
    m_ui->copyButton->setEnabled(hasArn);
    m_clone->setEnabled(submission.has_value());
    m_resolve->setEnabled(submission && store::isOpen(submission->state));
    m_cancel->setEnabled(submission && isUnfinished(*submission));
    m_forget->setEnabled(submission && !store::isOpen(submission->state));
}

void HistoryPane::updateEmptyState()
{
    const bool empty = m_model.rowCount() == 0;
    m_ui->stack->setCurrentWidget(empty ? m_ui->emptyPage : m_ui->tablePage);
    if (!m_notice.isEmpty())
        m_ui->emptyLabel->setText(m_notice);
    else if (m_ui->searchEdit->text().isEmpty())
        m_ui->emptyLabel->setText(tr("No jobs yet. Fill in the form, then choose “Create job…”: "
                                     "every job you create is listed here, with its ARN."));
    else
        m_ui->emptyLabel->setText(
            tr("No job matches “%1”. Clear the search to see all jobs.").arg(m_ui->searchEdit->text()));
}

void HistoryPane::sizeColumns()
{
    QHeaderView *const header = m_ui->table->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    const int widths[HistoryModel::ColumnCount] = {18, 28, 10, 14, 15, 10, 40};
    for (int column = 0; column < HistoryModel::ColumnCount; ++column)
        header->resizeSection(column, widths[column] * character);
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QByteArray HistoryPane::saveColumns() const
{
    return m_ui->table->horizontalHeader()->saveState();
}

void HistoryPane::restoreColumns(const QByteArray &columns)
{
    QHeaderView *const header = m_ui->table->horizontalHeader();
    if (columns.isEmpty() || !header->restoreState(columns))
        return;
    // An older state may have been made with other columns.
    if (header->count() != HistoryModel::ColumnCount)
        sizeColumns();
}

void HistoryPane::showMenu(const QPoint &at)
{
    m_menu->popup(m_ui->table->viewport()->mapToGlobal(at));
}

} // namespace braketeer::gui
