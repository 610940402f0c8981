#pragma once

#include "job/findings.h"

#include <QLayout>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace braketeer::gui {

class NoteText;

/// What stands below a field: its help or, when there is something to say, the findings, each with an
/// icon, its sentence and, where there is one, a button that mends it.
class FieldNote final : public QWidget
{
    Q_OBJECT
public:
    explicit FieldNote(QWidget *parent = nullptr);

    /// Heights follow from widths: QWidget's own hints would lay every text out, only to guess a height.
    QSize sizeHint() const override { return layout()->sizeHint(); }

    QSize minimumSizeHint() const override { return layout()->minimumSize(); }

    void setHelp(const QString &help);
    /// What was found out about the field's value, in place of the help, also beside findings; empty: the help again.
    void setFact(const QString &fact);
    /// Tells assistive technology when there is something new to say.
    void setFindings(const job::Findings &findings);

    const job::Findings &findings() const { return m_findings; }

Q_SIGNALS:
    void fixClicked(const braketeer::job::Finding &finding);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(const job::Finding &finding, int number);
    void colorHelp();
    void showHelp();

    NoteText *m_help;
    QString m_helpText;
    QString m_fact;
    QVBoxLayout *m_rows;
    QWidget *m_list;
    job::Findings m_findings;
};

} // namespace braketeer::gui
