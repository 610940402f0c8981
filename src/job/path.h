#pragma once

#include <QHashFunctions>
#include <QList>
#include <QString>
#include <QStringView>

namespace braketeer::job {

/// One step down a document: into a member or map key (`name`), or into a list item (`index`, from 0).
struct Step
{
    QString name;
    int index = -1; ///< -1: a step by name

    bool operator==(const Step &) const = default;
};

/// Where something stands in a document: "inputDataConfig[0].channelName", "hyperParameters.alpha".
///
/// The empty path is the document itself. A step keeps a map key whole, whatever is in it.
class Path
{
public:
    Path() = default;

    /// Reads what toString() writes. What follows a map member of the schema ("hyperParameters.", "tags.") is one key,
    /// dots and brackets included. Never fails: brackets that hold no number belong to the name.
    static Path parse(QStringView text);

    Path child(QString name) const;
    Path item(int index) const;
    Path parent() const; ///< the empty path's parent is the empty path

    QString toString() const;

    /// The row of the schema that describes the place: "inputDataConfig[].channelName", "hyperParameters.{}".
    QString schemaPath() const;

    const QList<Step> &steps() const { return m_steps; }

    bool isEmpty() const { return m_steps.isEmpty(); }

    /// The first step as a path: the top-level member it lies in.
    Path topLevel() const;

    bool operator==(const Path &) const = default;

private:
    QList<Step> m_steps;
};

size_t qHash(const Step &step, size_t seed = 0) noexcept;
size_t qHash(const Path &path, size_t seed = 0) noexcept;

} // namespace braketeer::job
