#pragma once

#include "gui/job/sections.h"

#include <QListWidget>

namespace braketeer::gui {

class JobDocument;

/// The list at the left: one row a section with its icon, its name, and a mark with the number of its findings; below
/// them the review.
class SectionList final : public QListWidget
{
    Q_OBJECT
public:
    explicit SectionList(JobDocument &document, QWidget *parent = nullptr);

    /// Rows of the sections, then the row of the review.
    int reviewRow() const { return count() - 1; }

    /// Marks and icons; not part of the first paint.
    void loadIcons();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void showStates();

    JobDocument &m_document;
    bool m_iconsLoaded = false;
};

} // namespace braketeer::gui
