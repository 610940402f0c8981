#pragma once

#include "job/findings.h"

#include <QStackedWidget>

namespace braketeer::gui {

class EditContext;
class JobDocument;
class SectionPage;

/// The pages of the form, each made when it is first shown or when there is time for it.
class SectionStack final : public QStackedWidget
{
    Q_OBJECT
public:
    SectionStack(JobDocument &document, EditContext &context, QWidget *parent = nullptr);

    /// Shows the section in row `row` of sections().
    void showSection(int row);
    /// Makes one page that is not there yet; false when all are.
    bool makeOne();
    /// The page in this row, made now if need be.
    SectionPage &page(int row);
    /// Shows the section of the finding's member and puts the focus on the field. Answers the section's row.
    int jumpTo(const job::Path &path);
    /// Findings of fields that were never left too, on every page.
    void showAllFindings();

private:
    JobDocument &m_document;
    EditContext &m_context;
    QList<SectionPage *> m_pages; ///< by row; null: not made yet
    bool m_allFindings = false;
};

} // namespace braketeer::gui
