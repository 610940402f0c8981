#pragma once

#include "archive/entrypoints.h"
#include "archive/warnings.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QTreeWidget;
QT_END_NAMESPACE

namespace braketeer::gui {

/// The entry points that an archive offers, the likeliest selected, and below them what is odd about the archive.
class EntryPointList final : public QWidget
{
    Q_OBJECT
public:
    explicit EntryPointList(QWidget *parent = nullptr);

    void show(const archive::EntryPoints &found, const archive::Warnings &warnings);
    /// What is chosen; "" when there is nothing.
    QString entryPoint() const;

Q_SIGNALS:
    void selectionChanged();
    /// Enter, or a double click.
    void activated();

private:
    QTreeWidget *m_tree;
    QLabel *m_warnings;
};

} // namespace braketeer::gui
