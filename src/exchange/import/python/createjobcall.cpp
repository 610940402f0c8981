#include "exchange/import/python/createjobcall.h"

#include "exchange/import/documents/answers.h"
#include "exchange/import/python/pyscript.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportPython)
};

QHash<QString, QString> knownTexts(const PyScript &script)
{
    QHash<QString, QString> known;
    for (auto variable = script.variables.cbegin(); variable != script.variables.cend(); ++variable) {
        if (variable->isText() || variable->isNumber())
            known.insert(variable.key(), variable->toText());
    }
    return known;
}

} // namespace

ImportDrafts readCreateJobPython(ImportSource &source)
{
    auto script = readPyScript(source.text, source.references);
    if (!script)
        return core::fail(script.error());
    if (script->calls.isEmpty()) {
        const QString text = source.text.trimmed();
        if (!text.startsWith(u'{') && !text.startsWith(u'['))
            return core::fail(core::Error::Kind::Usage,
                              Text::tr("There is no create_job call in this text. Copy the whole call."));
        const auto literal = readPyLiteral(text, source.references);
        if (!literal)
            return core::fail(literal.error());
        return draftsOf(*literal);
    }
    QList<ImportDraft> drafts;
    for (Value &call : script->calls) {
        ImportDraft draft;
        draft.root = std::move(call);
        draft.known = knownTexts(*script);
        draft.region = source.references.restored(script->settings.value(u"region_name"_s));
        draft.profile = source.references.restored(script->settings.value(u"profile_name"_s));
        draft.endpointUrl = source.references.restored(script->settings.value(u"endpoint_url"_s));
        drafts.append(std::move(draft));
    }
    return drafts;
}

} // namespace braketeer::exchange
