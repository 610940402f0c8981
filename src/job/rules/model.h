#pragma once

#include "job/findings.h"
#include "job/schema/member.h"

namespace braketeer::job::rules {

/// Walks the schema table over a document and reports every constraint of the service model that it breaks, each
/// once. Where a value has the wrong type nothing below it is looked at.
///
/// A map key that breaks a constraint is reported at the map, with the key beside it.
class Model
{
public:
    explicit Model(Findings &findings) : m_findings(findings) { }

    /// The whole document.
    void document(const Value &root);
    /// One top-level member of a document that is a map.
    void topLevel(const Value &root, const QString &name);

private:
    void unknownTopLevel(const Value &root, const QString &name);
    void value(const Member &member, const Value &value, const Path &path);
    void structure(const QList<const Member *> &members, const Value &value, const Path &path);
    void list(const Member &member, const Value &value, const Path &path);
    void map(const Member &member, const Value &value, const Path &path);
    void key(const Member &member, const QString &key, const Path &path);
    void text(const Member &member, const QString &text, const Path &path);
    void enumeration(const Member &member, const QString &text, const Path &path);
    void integer(const Member &member, const QString &digits, const Path &path);
    void missing(const Member &member, const Path &path);
    /// `absent`: what the structure `parent` could hold and does not; a member that the unknown one may have meant is
    /// taken out, so that a name is offered once, however many look like it.
    void unknown(QList<const Member *> &absent, const QString &name, const Value &parent, const Path &path);

    void report(const Member &member, const char *constraint, const Path &path, QString message,
                std::optional<Fix> fix = {});

    Findings &m_findings;
    const Value *m_root = nullptr; ///< the document, while it is walked
};

} // namespace braketeer::job::rules
