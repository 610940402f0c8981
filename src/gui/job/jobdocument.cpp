#include "gui/job/jobdocument.h"

#include "gui/job/speccommand.h"
#include "job/rules/check.h"
#include "job/schema/schema.h"

#include <algorithm>

namespace braketeer::gui {
namespace {

QString editOf(const job::Path &path)
{
    const job::Member *member = job::findMember(path.schemaPath());
    return JobDocument::tr("Change %1").arg(member ? job::label(*member) : path.toString());
}

} // namespace

bool isWithin(const job::Path &inner, const job::Path &outer)
{
    return inner.steps().size() >= outer.steps().size()
           && std::equal(outer.steps().cbegin(), outer.steps().cend(), inner.steps().cbegin());
}

JobDocument::JobDocument(QObject *parent) : QObject(parent)
{
    connect(&m_undoStack, &QUndoStack::cleanChanged, this, [this](bool clean) { Q_EMIT modifiedChanged(!clean); });
    checkAll();
}

JobDocument::~JobDocument() = default;

void JobDocument::set(const job::Path &path, job::Value value)
{
    job::JobSpec next = m_spec;
    next.set(path, std::move(value));
    push(path, std::move(next), editOf(path));
}

void JobDocument::setText(const job::Path &path, const QString &text)
{
    if (text.isEmpty())
        remove(path);
    else
        set(path, job::Value::text(text));
}

void JobDocument::remove(const job::Path &path)
{
    job::JobSpec next = m_spec;
    next.remove(path);
    push(path, std::move(next), editOf(path));
}

void JobDocument::push(const job::Path &path, job::JobSpec next, const QString &what)
{
    if (next == m_spec)
        return;
    m_undoStack.push(new SpecCommand(*this, path, std::move(next), m_stretch, what));
}

void JobDocument::endTyping()
{
    ++m_stretch;
}

void JobDocument::replace(job::JobSpec spec, const QString &what)
{
    endTyping();
    m_undoStack.push(new SpecCommand(*this, {}, std::move(spec), -1, what));
}

void JobDocument::reset(job::JobSpec spec, const QString &fileName)
{
    endTyping();
    m_undoStack.clear();
    setFileName(fileName);
    show(spec, {});
}

void JobDocument::applyFix(const job::Finding &finding)
{
    if (!finding.fix)
        return;
    endTyping();
    set(finding.fix->path, finding.fix->value);
    endTyping();
}

void JobDocument::show(const job::JobSpec &spec, const job::Path &path)
{
    // What unknown members may have meant depends on what is there.
    const bool hasSameMembers = m_spec.root().entries().size() == spec.root().entries().size();
    m_spec = spec;
    const bool wasNoMap = m_memberFindings.contains(QString());
    if (path.isEmpty() || wasNoMap) {
        checkAll();
        Q_EMIT replaced();
    } else {
        if (hasSameMembers)
            checkMember(path.topLevel());
        else
            checkAll();
        Q_EMIT changed(path);
    }
    Q_EMIT findingsChanged();
}

void JobDocument::checkAll()
{
    m_memberFindings.clear();
    // At once: one by one each member would be sought in the document again.
    for (const job::Finding &finding : job::checkModel(m_spec))
        m_memberFindings[finding.path.topLevel().toString()].append(finding);
    checkStorage();
    collectFindings();
}

void JobDocument::checkMember(const job::Path &topLevel)
{
    m_memberFindings.insert(topLevel.toString(), job::checkMember(m_spec, topLevel));
    // A fix that replaces the whole document has every other member in it, as it was.
    const auto replacesAll = [](const job::Finding &finding) { return finding.fix && finding.fix->path.isEmpty(); };
    for (auto [name, findings] : m_memberFindings.asKeyValueRange()) {
        if (std::any_of(findings.cbegin(), findings.cend(), replacesAll))
            findings = job::checkMember(m_spec, job::Path().child(name));
    }
    if (job::holdsPlaces(topLevel))
        checkStorage();
    collectFindings();
}

void JobDocument::checkStorage()
{
    m_storageFindings = job::checkStorage(m_spec, {m_region}, m_storageFacts);
}

void JobDocument::collectFindings()
{
    job::Findings findings;
    QStringList foreign = m_memberFindings.keys();
    for (const job::Member *member : job::childrenOf(u"")) {
        const QString name = QString(job::name(*member));
        findings += m_memberFindings.value(name);
        foreign.removeOne(name);
    }
    foreign.sort();
    for (const QString &name : std::as_const(foreign))
        findings += m_memberFindings.value(name);
    findings += job::checkRules(m_spec, {m_region});
    findings += m_storageFindings;
    m_findings = std::move(findings);
}

job::Findings JobDocument::findingsFor(const job::Path &path) const
{
    job::Findings found;
    std::copy_if(m_findings.cbegin(), m_findings.cend(), std::back_inserter(found),
                 [&](const job::Finding &finding) { return isWithin(finding.path, path); });
    return found;
}

void JobDocument::setRegion(const QString &region)
{
    if (region == m_region)
        return;
    m_region = region;
    checkStorage();
    collectFindings();
    Q_EMIT findingsChanged();
}

void JobDocument::setStorageFacts(job::StorageFacts facts)
{
    m_storageFacts = std::move(facts);
    const job::Findings before = m_storageFindings;
    checkStorage();
    if (m_storageFindings == before)
        return;
    collectFindings();
    Q_EMIT findingsChanged();
}

void JobDocument::setFileName(const QString &fileName)
{
    if (fileName == m_fileName)
        return;
    m_fileName = fileName;
    Q_EMIT fileNameChanged(fileName);
}

void JobDocument::markSaved()
{
    endTyping();
    m_undoStack.setClean();
}

} // namespace braketeer::gui
