#include "gui/job/sections.h"

#include "gui/job/channellist.h"
#include "gui/job/sectionpage.h"
#include "job/schema/schema.h"
#include "ui_algorithmsection.h"
#include "ui_basicssection.h"
#include "ui_computesection.h"
#include "ui_devicesection.h"
#include "ui_hyperparameterssection.h"
#include "ui_inputdatasection.h"
#include "ui_outputsection.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

template<class Form>
SectionPage *make(const SectionSpec &spec, JobDocument &document, EditContext &context, QWidget *parent)
{
    auto *form = new QWidget;
    Form().setupUi(form);
    return new SectionPage(spec, document, context, form, parent);
}

SectionPage *makeInputData(const SectionSpec &spec, JobDocument &document, EditContext &context, QWidget *parent)
{
    SectionPage *page = make<Ui::InputDataSection>(spec, document, context, parent);
    page->findChild<ChannelList *>()->connectTo(document, page->binder());
    return page;
}

constexpr SectionSpec table[] = {
    {job::Section::Basics, "basics", QT_TRANSLATE_NOOP("Sections", "What the job is called, and the role it runs as."),
     "section-basics", make<Ui::BasicsSection>},
    {job::Section::Algorithm, "algorithm", QT_TRANSLATE_NOOP("Sections", "Where the code is and how it is started."),
     "section-algorithm", make<Ui::AlgorithmSection>},
    {job::Section::InputData, "inputData",
     QT_TRANSLATE_NOOP("Sections", "Files from Amazon S3 that the code finds in the container when it starts."),
     "section-input", makeInputData},
    {job::Section::Output, "output",
     QT_TRANSLATE_NOOP("Sections", "Where results go, and what is kept while the job runs."), "section-output",
     make<Ui::OutputSection>},
    {job::Section::Compute, "compute",
     QT_TRANSLATE_NOOP("Sections", "The machine that runs the classical part, and for how long."), "section-compute",
     make<Ui::ComputeSection>},
    {job::Section::Device, "device",
     QT_TRANSLATE_NOOP("Sections", "The quantum computer or simulator that the job has priority on."), "section-device",
     make<Ui::DeviceSection>},
    {job::Section::HyperParameters, "hyperParameters",
     QT_TRANSLATE_NOOP("Sections", "Names and values that are handed to the code."), "section-hyperparameters",
     make<Ui::HyperParametersSection>},
};

} // namespace

std::span<const SectionSpec> sections()
{
    return table;
}

const SectionSpec &sectionSpec(job::Section section)
{
    return *std::find_if(std::begin(table), std::end(table),
                         [section](const SectionSpec &spec) { return spec.section == section; });
}

QString sectionTitle(const SectionSpec &spec)
{
    return job::title(spec.section);
}

QString sectionSubtitle(const SectionSpec &spec)
{
    return QCoreApplication::translate("Sections", spec.subtitle);
}

job::Section sectionOf(const job::Path &path)
{
    for (job::Path place = path; !place.isEmpty(); place = place.parent()) {
        if (const job::Member *member = job::findMember(place.schemaPath()))
            return member->section;
    }
    return job::Section::Basics;
}

job::Severity SectionState::severity() const
{
    if (errors > 0)
        return job::Severity::Error;
    return warnings > 0 ? job::Severity::Warning : job::Severity::Info;
}

QString SectionState::text() const
{
    QStringList parts;
    if (errors > 0)
        parts.append(QCoreApplication::translate("Sections", "%n error(s)", nullptr, errors));
    if (warnings > 0)
        parts.append(QCoreApplication::translate("Sections", "%n warning(s)", nullptr, warnings));
    return parts.isEmpty() ? QCoreApplication::translate("Sections", "complete") : parts.join(u", "_s);
}

SectionState sectionState(const job::Findings &findings, job::Section section)
{
    SectionState state;
    for (const job::Finding &finding : findings) {
        if (sectionOf(finding.path) != section)
            continue;
        state.errors += finding.severity == job::Severity::Error ? 1 : 0;
        state.warnings += finding.severity == job::Severity::Warning ? 1 : 0;
    }
    return state;
}

} // namespace braketeer::gui
