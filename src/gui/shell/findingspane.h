#pragma once

#include "job/findings.h"

#include <QWidget>

#include <memory>

namespace Ui {
class FindingsPane;
} // namespace Ui

namespace braketeer::gui {

class FindingsModel;
class JobDocument;

/// All findings of the document in a table; each leads to its field, and a fix is a button.
class FindingsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsPane(JobDocument &document, QWidget *parent = nullptr);
    ~FindingsPane() override;

    /// Goes to the finding `step` rows on (+1 next, -1 previous), around the ends, and asks for its field.
    void step(int by);
    /// What the keyboard goes to.
    QWidget *tableView() const;

Q_SIGNALS:
    void jumpWanted(const braketeer::job::Finding &finding);

private:
    void show();
    void updateButtons();
    void jump(int row);

    JobDocument &m_document;
    const std::unique_ptr<Ui::FindingsPane> m_ui;
    FindingsModel *m_model = nullptr;
    bool m_stepping = false; ///< the first step goes to the first finding, whatever row is current
};

} // namespace braketeer::gui
