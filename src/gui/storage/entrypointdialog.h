#pragma once

#include "flows/pack/lookinside.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace braketeer::gui {

class EntryPointList;

/// Shows what can be started in an archive, and gives the one that is chosen.
class EntryPointDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `inside`: the look that is under way. `name`: where the archive is, for the heading.
    EntryPointDialog(core::Task<flows::Inside> inside, const QString &name, QWidget *parent = nullptr);
    ~EntryPointDialog() override;

Q_SIGNALS:
    void chosen(const QString &entryPoint);

private:
    QCoro::Task<> look(core::Task<flows::Inside> inside);

    QLabel *m_note;
    EntryPointList *m_list;
};

} // namespace braketeer::gui
