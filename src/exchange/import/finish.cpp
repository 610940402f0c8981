#include "exchange/import/finish.h"

#include "exchange/import/documents/oldmembers.h"
#include "exchange/import/documents/skeletonvalues.h"
#include "exchange/import/literaltable.h"
#include "exchange/import/notes.h"
#include "exchange/import/shell/createjobcalls.h"
#include "exchange/publicaddress.h"
#include "exchange/shorthand/pythoninteger.h"
#include "job/schema/schema.h"

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Path;
using job::Value;

namespace {

/// No list of findings is longer than anybody would read.
constexpr qsizetype mostFindings = 200;

class Restorer
{
public:
    Restorer(const References &references, const ImportDraft &draft, job::Findings &findings)
        : m_references(references), m_draft(draft), m_findings(findings)
    {
    }

    Value restored(const Value &value, const Path &path)
    {
        switch (value.kind()) {
        case Value::Kind::Text:
        case Value::Kind::Number:
            return restoredText(value, path);
        case Value::Kind::List:
            return restoredList(value, path);
        case Value::Kind::Map:
            return restoredMap(value, path);
        default:
            return value;
        }
    }

private:
    Value restoredText(const Value &value, const Path &path)
    {
        if (!m_references.isIn(value.toText()))
            return value;
        note(path, m_references.sourcesIn(value.toText()), knownValue(value, path));
        return Value::text(m_references.restored(value.toText()));
    }

    void note(const Path &path, const QStringList &sources, const std::optional<Value> &fix)
    {
        if (m_findings.size() < mostFindings)
            m_findings << openNote(path, sources, fix);
    }

    /// What the text itself assigns to what stands here.
    std::optional<Value> knownValue(const Value &value, const Path &path) const
    {
        const bool isOption = path.steps().size() == 1 && m_draft.arguments.contains(path.toString());
        if (isOption)
            return readKnownArguments(path.toString(), m_draft.arguments.value(path.toString()), m_references,
                                      m_draft.known);
        const auto text = m_references.resolved(value.toText(), m_draft.known);
        if (!text)
            return std::nullopt;
        const job::Member *member = job::findMember(path.schemaPath());
        const auto number = member && member->type == job::Type::Integer ? readPythonInteger(*text) : std::nullopt;
        return number ? Value::number(*number) : Value::text(*text);
    }

    Value restoredList(const Value &value, const Path &path)
    {
        QList<Value> items;
        for (qsizetype i = 0; i < value.items().size(); ++i)
            items.append(restored(value.items().at(i), path.item(int(i))));
        return Value::list(std::move(items));
    }

    Value restoredMap(const Value &value, const Path &path)
    {
        LiteralTable table;
        for (const Value::Entry &entry : value.entries()) {
            const QString key = m_references.restored(entry.key);
            const Path place = path.child(key);
            if (m_references.isIn(entry.key))
                note(place, m_references.sourcesIn(entry.key), std::nullopt);
            table.put(key, restored(entry.value, place));
        }
        return table.take();
    }

    const References &m_references;
    const ImportDraft &m_draft;
    job::Findings &m_findings;
};

bool isNamed(const job::Findings &findings, const Path &path)
{
    return std::ranges::any_of(
        findings, [&path](const job::Finding &finding) { return finding.id == u"I-obsolete" && finding.path == path; });
}

/// The row of `key` below a structure of the schema; a key with a dot in it is a name of its own, not a path.
const job::Member *childRow(const QString &schemaPath, const QString &key)
{
    if (key.contains(u'.') || key.contains(u'[') || key.contains(u'{'))
        return nullptr;
    return job::findMember(schemaPath.isEmpty() ? key : schemaPath + u'.' + key);
}

/// Members that the service model does not know, as far as anybody would read about them.
void noteUnknownMembers(const Value &value, const QString &schemaPath, const Path &path, job::Findings &findings)
{
    const job::Member *row = job::findMember(schemaPath);
    if (value.isList() && row && row->type == job::Type::List) {
        for (qsizetype i = 0; i < value.items().size() && findings.size() < mostFindings; ++i)
            noteUnknownMembers(value.items().at(i), schemaPath + u"[]"_s, path.item(int(i)), findings);
    }
    if (!schemaPath.isEmpty() && (!row || row->type != job::Type::Structure))
        return;
    for (const Value::Entry &entry : value.entries()) {
        if (findings.size() >= mostFindings)
            return;
        const Path place = path.child(entry.key);
        if (const job::Member *child = childRow(schemaPath, entry.key))
            noteUnknownMembers(entry.value, QString::fromLatin1(child->path), place, findings);
        else if (!isNamed(findings, place))
            findings << unknownNote(place);
    }
}

} // namespace

Imported finishImport(ImportDraft draft, const References &references, const QString &format)
{
    Imported result;
    result.format = draft.format.isEmpty() ? format : draft.format;
    result.findings = draft.findings;
    result.profile = draft.profile;
    result.region = draft.region;
    result.endpointUrl = publicAddress(draft.endpointUrl);
    result.missingFiles = draft.missingFiles;
    job::JobSpec spec(Restorer(references, draft, result.findings).restored(draft.root, {}));
    if (isSkeleton(spec)) {
        if (result.format == u"json" || result.format == u"yaml")
            result.format = u"skeleton"_s;
        if (const int removed = removePlaceholders(spec))
            result.findings << placeholderNote(removed);
    }
    translateOldMembers(spec, result.findings);
    noteUnknownMembers(spec.root(), {}, {}, result.findings);
    if (spec.find(Path::parse(u"clientToken")))
        result.findings << tokenNote();
    result.spec = std::move(spec);
    return result;
}

} // namespace braketeer::exchange
