#pragma once

#include "job/findings.h"

#include <QAbstractTableModel>

namespace braketeer::gui {

/// Findings as a table: severity (icon and word), what is found, and the member it concerns.
class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Severity, Message, Member, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(job::Findings findings);

    const job::Finding &finding(int row) const { return m_findings.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    job::Findings m_findings;
};

} // namespace braketeer::gui
