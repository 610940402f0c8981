#pragma once

#include "job/path.h"
#include "job/value.h"

namespace braketeer::job {

/// A CreateJob document: a value that holds whatever a person or a file put into it, right or wrong.
///
/// Copies are cheap snapshots. An absent member is absent, never an empty text: remove() is how a field is cleared.
class JobSpec
{
public:
    JobSpec();                    ///< an empty map
    explicit JobSpec(Value root); ///< kept as it is, even when it is no map: the checks say so

    const Value &root() const { return m_root; }

    /// Null where nothing stands. Valid until the document changes.
    const Value *find(const Path &path) const;
    /// Text or number at `path` as it was written; empty where there is none.
    QString text(const Path &path) const;

    QString text(QStringView path) const { return text(Path::parse(path)); }

    /// Puts `value` at `path`, replacing what stands there, and makes the structures and lists on the way. What stands
    /// in the way and is neither map nor list gives place to one. A list shorter than an index is filled up with empty
    /// structures.
    void set(const Path &path, Value value);

    /// Removes what stands at `path`, then every named parent that it leaves empty. A list item that is left empty
    /// stays: it is a row that somebody is filling in.
    void remove(const Path &path);

    bool operator==(const JobSpec &) const = default;

private:
    Value m_root;
};

/// The places where two documents differ, as deep as both have the same kind of thing there; in the order of
/// `before`, then what only `after` has.
QList<Path> diff(const JobSpec &before, const JobSpec &after);

} // namespace braketeer::job
