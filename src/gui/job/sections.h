#pragma once

#include "job/findings.h"
#include "job/schema/member.h"

#include <QString>

#include <span>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace braketeer::gui {

class EditContext;
class JobDocument;
class SectionPage;

/// One row = one section of the form, in the order of the section list.
struct SectionSpec
{
    job::Section section;
    const char *id;       ///< stable, also the page's objectName: "basics"
    const char *subtitle; ///< one line that says what it is for; source text of the context "Sections"
    const char *icon;     ///< name for themeIcon()
    /// Makes the page, bound to the document. Takes a few milliseconds, so make those that are not seen after the
    /// first paint.
    SectionPage *(*create)(const SectionSpec &spec, JobDocument &document, EditContext &context, QWidget *parent);
};

std::span<const SectionSpec> sections();
const SectionSpec &sectionSpec(job::Section section);
QString sectionTitle(const SectionSpec &spec);
QString sectionSubtitle(const SectionSpec &spec);

/// Section that shows a member; a member that the schema does not know is shown in Basics.
job::Section sectionOf(const job::Path &path);

/// What the section list shows beside the title: ✓, ⚠ n or ✖ n.
struct SectionState
{
    int errors = 0;
    int warnings = 0;

    /// Error, Warning, or Info when there is neither.
    job::Severity severity() const;

    /// How many there are of severity().
    int count() const { return errors > 0 ? errors : warnings; }

    /// In words, for assistive technology and tool tips: "2 errors, 1 warning", "complete".
    QString text() const;
    bool operator==(const SectionState &) const = default;
};

SectionState sectionState(const job::Findings &findings, job::Section section);

} // namespace braketeer::gui
