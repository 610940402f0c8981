#include "gui/shell/findingsmodel.h"

#include "gui/kit/icons.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

struct ColumnSpec
{
    const char *title;
    QString (*text)(const job::Finding &);
};

const std::array<ColumnSpec, FindingsModel::ColumnCount> columns{{
    {QT_TRANSLATE_NOOP("Findings", "Severity"), [](const job::Finding &f) { return severityText(f.severity); }},
    {QT_TRANSLATE_NOOP("Findings", "Finding"), [](const job::Finding &f) { return f.message; }},
    {QT_TRANSLATE_NOOP("Findings", "Member"), [](const job::Finding &f) { return f.path.toString(); }},
}};

} // namespace

void FindingsModel::setFindings(job::Findings findings)
{
    if (m_findings == findings)
        return;
    // The rows that stay in their place keep their selection; findings come and go at the end or one at a time.
    const qsizetype common = qMin(m_findings.size(), findings.size());
    if (findings.size() < m_findings.size()) {
        beginRemoveRows({}, int(common), int(m_findings.size()) - 1);
        m_findings.resize(common);
        endRemoveRows();
    } else if (findings.size() > m_findings.size()) {
        beginInsertRows({}, int(common), int(findings.size()) - 1);
        m_findings.append(findings.mid(common));
        endInsertRows();
    }
    m_findings = std::move(findings);
    if (!m_findings.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_findings.size()) - 1, ColumnCount - 1));
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const job::Finding &finding = m_findings.at(index.row());
    const QString text = columns[size_t(index.column())].text(finding);
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && index.column() != Severity))
        return text;
    if (role == Qt::DecorationRole && index.column() == Severity)
        return severityIcon(finding.severity);
    return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return QCoreApplication::translate("Findings", columns[size_t(section)].title);
}

} // namespace braketeer::gui
