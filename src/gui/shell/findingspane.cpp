#include "gui/shell/findingspane.h"

#include "gui/job/jobdocument.h"
#include "gui/kit/icons.h"
#include "gui/shell/findingsmodel.h"
#include "ui_findingspane.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

FindingsPane::FindingsPane(JobDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_ui(std::make_unique<Ui::FindingsPane>())
    , m_model(new FindingsModel(this))
{
    m_ui->setupUi(this);
    m_ui->table->setModel(m_model);
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    QHeaderView *const header = m_ui->table->horizontalHeader();
    header->setSectionResizeMode(FindingsModel::Severity, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(FindingsModel::Message, QHeaderView::Stretch);
    header->setSectionResizeMode(FindingsModel::Member, QHeaderView::ResizeToContents);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    m_ui->goButton->setIcon(themeIcon(u"go-jump"_s));

    connect(&document, &JobDocument::findingsChanged, this, &FindingsPane::show);
    connect(m_ui->table, &QTableView::activated, this, [this](const QModelIndex &index) { jump(index.row()); });
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FindingsPane::updateButtons);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FindingsPane::updateButtons);
    connect(m_ui->goButton, &QAbstractButton::clicked, this, [this] { jump(m_ui->table->currentIndex().row()); });
    connect(m_ui->fixButton, &QAbstractButton::clicked, this, [this] {
        const int row = m_ui->table->currentIndex().row();
        if (row >= 0)
            m_document.applyFix(m_model->finding(row));
    });
    show();
}

FindingsPane::~FindingsPane() = default;

void FindingsPane::show()
{
    m_model->setFindings(m_document.findings());
    const bool none = m_model->rowCount() == 0;
    m_ui->stack->setCurrentWidget(none ? m_ui->emptyPage : m_ui->tablePage);
    if (!none && !m_ui->table->currentIndex().isValid())
        m_ui->table->selectRow(0);
    updateButtons();
}

void FindingsPane::updateButtons()
{
    const int row = m_ui->table->currentIndex().row();
    const bool chosen = row >= 0 && row < m_model->rowCount();
    m_ui->goButton->setEnabled(chosen);
    const bool fixable = chosen && m_model->finding(row).fix.has_value();
    m_ui->fixButton->setVisible(fixable);
    if (fixable)
        m_ui->fixButton->setText(m_model->finding(row).fix->label);
}

void FindingsPane::step(int by)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int current = m_stepping ? m_ui->table->currentIndex().row() : (by > 0 ? -1 : 0);
    const int next = ((current + by) % rows + rows) % rows;
    m_stepping = true;
    m_ui->table->selectRow(next);
    jump(next);
}

QWidget *FindingsPane::tableView() const
{
    return m_ui->table;
}

void FindingsPane::jump(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        Q_EMIT jumpWanted(m_model->finding(row));
}

} // namespace braketeer::gui
