#include "gui/storage/entrypointlist.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int mostWarnings = 6;

} // namespace

EntryPointList::EntryPointList(QWidget *parent) : QWidget(parent), m_tree(new QTreeWidget), m_warnings(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    m_tree->setObjectName(u"entryPoints"_s);
    m_tree->setAccessibleName(tr("Entry points"));
    m_tree->setHeaderLabels({tr("Entry point"), tr("What it does"), tr("File")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_warnings->setObjectName(u"warningsLabel"_s);
    m_warnings->setTextFormat(Qt::PlainText);
    m_warnings->setWordWrap(true);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_warnings);
    m_warnings->hide();
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &EntryPointList::selectionChanged);
    connect(m_tree, &QTreeWidget::itemActivated, this, &EntryPointList::activated);
    setFocusProxy(m_tree);
}

void EntryPointList::show(const archive::EntryPoints &found, const archive::Warnings &warnings)
{
    m_tree->clear();
    for (const archive::EntryPoint &entryPoint : found.candidates) {
        auto *const row = new QTreeWidgetItem(m_tree);
        row->setText(0, entryPoint.text);
        row->setText(1, archive::describe(entryPoint));
        row->setText(2, entryPoint.path);
    }
    for (const archive::NoEntryPoint &other : found.others) {
        auto *const row = new QTreeWidgetItem(m_tree);
        row->setText(1, other.why);
        row->setText(2, other.path);
        row->setFlags(Qt::NoItemFlags);
    }
    const int character = fontMetrics().averageCharWidth();
    m_tree->header()->resizeSection(0, character * 34);
    m_tree->header()->resizeSection(1, character * 44);
    if (!found.candidates.isEmpty())
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    QStringList lines;
    for (const archive::Warning &warning : warnings.first(qMin(warnings.size(), qsizetype(mostWarnings))))
        lines.append(u"• "_s + warning.message);
    if (warnings.size() > mostWarnings)
        lines.append(tr("… and %n more.", nullptr, int(warnings.size()) - mostWarnings));
    m_warnings->setText(lines.join(u'\n'));
    m_warnings->setVisible(!lines.isEmpty());
    Q_EMIT selectionChanged();
}

QString EntryPointList::entryPoint() const
{
    const QList<QTreeWidgetItem *> chosen = m_tree->selectedItems();
    return chosen.isEmpty() ? QString() : chosen.constFirst()->text(0);
}

} // namespace braketeer::gui
