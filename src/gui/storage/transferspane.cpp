#include "gui/storage/transferspane.h"

#include "gui/kit/icons.h"
#include "gui/storage/progressdelegate.h"
#include "gui/storage/transfersmodel.h"
#include "ui_transferspane.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHeaderView>
#include <QMenu>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

using flows::TransferState;

bool canPause(TransferState state)
{
    return state == TransferState::Queued || state == TransferState::Running;
}

bool canResume(TransferState state)
{
    return state == TransferState::Paused;
}

bool canCancel(TransferState state)
{
    return !flows::isAtEnd(state);
}

bool canRetry(TransferState state)
{
    return state == TransferState::Failed || state == TransferState::Cancelled;
}

} // namespace

TransfersPane::TransfersPane(TransfersModel &model, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::TransfersPane>()), m_model(model), m_menu(new QMenu(this))
{
    m_ui->setupUi(this);
    m_menu->setObjectName(u"transfersMenu"_s);
    makeTable();
    makeActions();
    connect(m_ui->cleanUpButton, &QAbstractButton::clicked, this, &TransfersPane::cleanUpWanted);
    connect(m_ui->transfersTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TransfersPane::update);
    connect(&model, &QAbstractItemModel::dataChanged, this, &TransfersPane::update);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TransfersPane::update);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &TransfersPane::update);
    connect(&model, &QAbstractItemModel::modelReset, this, &TransfersPane::update);
    update();
}

TransfersPane::~TransfersPane() = default;

void TransfersPane::makeTable()
{
    QTableView &table = *m_ui->transfersTable;
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setAlternatingRowColors(true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setTextElideMode(Qt::ElideMiddle);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setCornerButtonEnabled(false);
    table.verticalHeader()->hide();
    table.setItemDelegateForColumn(TransfersModel::Progress, new ProgressDelegate(TransfersModel::PercentRole, this));
    table.setModel(&m_model);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setSectionResizeMode(TransfersModel::Place, QHeaderView::Stretch);
    sizeColumns();
    connect(&table, &QWidget::customContextMenuRequested, this,
            [this, &table](const QPoint &at) { m_menu->popup(table.viewport()->mapToGlobal(at)); });
}

void TransfersPane::sizeColumns()
{
    const int character = fontMetrics().averageCharWidth();
    const int widths[TransfersModel::ColumnCount] = {28, 0, 24, 14, 14, 14};
    for (int column = 0; column < TransfersModel::ColumnCount; ++column) {
        if (widths[column] > 0)
            m_ui->transfersTable->horizontalHeader()->resizeSection(column, widths[column] * character);
    }
    m_ui->transfersTable->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
}

void TransfersPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        sizeColumns();
    QWidget::changeEvent(event);
}

QAction *TransfersPane::addAction(const char *name, const QString &text, const char *icon, Fits fits,
                                  void (TransfersPane::*wanted)(qint64))
{
    QAction *const action = m_menu->addAction(themeIcon(QLatin1StringView(icon)), text);
    action->setObjectName(QLatin1StringView(name));
    connect(action, &QAction::triggered, this, [this, fits, wanted] {
        const QList<flows::TransferStatus> rows = selected();
        for (const flows::TransferStatus &status : rows) {
            if (fits(status.state))
                Q_EMIT(this->*wanted)(status.id);
        }
    });
    m_stateActions.append({action, fits});
    return action;
}

void TransfersPane::makeActions()
{
    const auto button = [](QPushButton &widget, QAction *action) {
        // Without the menu's letters: those of the form beside it are the same.
        widget.setText(action->text().remove(u'&'));
        widget.setIcon(action->icon());
        widget.setEnabled(action->isEnabled());
        connect(&widget, &QAbstractButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, &widget, &QWidget::setEnabled);
    };
    button(*m_ui->pauseButton,
           addAction("transfers.pause", tr("Pa&use"), "media-playback-pause", canPause, &TransfersPane::pauseWanted));
    button(*m_ui->resumeButton, addAction("transfers.resume", tr("Resu&me"), "media-playback-start", canResume,
                                          &TransfersPane::resumeWanted));
    QAction *const cancel = addAction("transfers.cancel", tr("&Cancel"), "process-stop", canCancel,
                                      &TransfersPane::cancelWanted);
    cancel->setShortcut(QKeySequence::Delete);
    cancel->setShortcutContext(Qt::WidgetShortcut);
    m_ui->transfersTable->addAction(cancel);
    button(*m_ui->cancelButton, cancel);
    button(*m_ui->retryButton,
           addAction("transfers.retry", tr("&Try again"), "view-refresh", canRetry, &TransfersPane::retryWanted));
    m_menu->addSeparator();
    m_folder = m_menu->addAction(themeIcon(u"folder"_s), tr("Show in &folder"), this, &TransfersPane::showFolder);
    m_folder->setObjectName(u"transfers.folder"_s);
    m_clear = m_menu->addAction(themeIcon(u"edit-clear"_s), tr("C&lear those that have ended"), this,
                                &TransfersPane::clearFinished);
    m_clear->setObjectName(u"transfers.clear"_s);
    button(*m_ui->clearButton, m_clear);
    m_ui->clearButton->setText(tr("Clear"));
}

QWidget *TransfersPane::tableView() const
{
    return m_ui->transfersTable;
}

QList<flows::TransferStatus> TransfersPane::selected() const
{
    QList<flows::TransferStatus> rows;
    for (const QModelIndex &index : m_ui->transfersTable->selectionModel()->selectedRows())
        rows.append(m_model.transfer(index.row()));
    return rows;
}

void TransfersPane::update()
{
    const QList<flows::TransferStatus> rows = selected();
    for (const auto &[action, fits] : m_stateActions)
        action->setEnabled(
            std::any_of(rows.cbegin(), rows.cend(), [fits = fits](const auto &status) { return fits(status.state); }));
    m_folder->setEnabled(rows.size() == 1);
    bool ended = false;
    for (int row = 0; row < m_model.rowCount() && !ended; ++row)
        ended = flows::isAtEnd(m_model.transfer(row).state);
    m_clear->setEnabled(ended);
    m_ui->stack->setCurrentWidget(m_model.rowCount() > 0 ? static_cast<QWidget *>(m_ui->transfersTable)
                                                         : m_ui->emptyLabel);
}

void TransfersPane::clearFinished()
{
    QList<qint64> ended;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (flows::isAtEnd(m_model.transfer(row).state))
            ended.append(m_model.transfer(row).id);
    }
    for (const qint64 id : ended)
        Q_EMIT removeWanted(id);
}

void TransfersPane::showFolder()
{
    const QList<flows::TransferStatus> rows = selected();
    if (!rows.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(rows.constFirst().path).absolutePath()));
}

} // namespace braketeer::gui
