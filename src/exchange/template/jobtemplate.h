#pragma once

#include "core/result.h"
#include "job/findings.h"
#include "job/jobspec.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace braketeer::exchange {

enum class PlaceType {
    Text,
    Integer, ///< a whole number
    Choice,  ///< one of Place::choices
};

/// Something in a template that a person fills in.
struct Place
{
    QString name;
    QString label; ///< empty in the file: the name
    QString help{};
    PlaceType type = PlaceType::Text;
    QString defaultText{}; ///< what it is filled with when nothing is given; empty: it must be given
    QString example{};
    QStringList choices{};
    std::optional<qint64> minimum{}; ///< of an integer
    std::optional<qint64> maximum{};
    bool optional = false;   ///< may stay empty: a member that it fills alone is then left out, and with it whatever
                             ///< cannot be without that member, such as an input channel without data
    QList<job::Path> uses{}; ///< where it stands, in the order of the document

    bool operator==(const Place &) const = default;
};

/// A CreateJob document with places `{{name}}` in its texts.
///
/// ### The file
/// YAML or JSON: a CreateJob document with one member more, `template`, that no job has:
///
///     template:
///       name: "Bell pair"
///       description: "What it runs, and what it is good for."
///       places:
///         shots:
///           label: "Shots"
///           help: "How often the circuit is measured."
///           type: "integer"          # text (which it is without), integer or choice
///           default: "1000"
///           minimum: 1
///           maximum: 100000
///         device:
///           type: "choice"
///           choices: ["local:braket/default", "arn:aws:braket:::device/quantum-simulator/amazon/sv1"]
///     jobName: "bell-{{shots}}"
///
/// A place may also have `example` and `optional: true`. The header may be missing, as may a place in it: what is used
/// but not declared is a text that must be given. Places stand in values, never in names of members or keys of maps.
/// A place that is a whole value, `"{{seconds}}"`, becomes a number where the service model wants one. Filling is done
/// on the document's tree and once: whatever is put in stays inside its text, and is not searched for places.
struct JobTemplate
{
    QString name;
    QString description;
    QList<Place> places; ///< as declared, then the others as they are used
    job::Value document; ///< without `template`

    bool operator==(const JobTemplate &) const = default;
};

/// Reads a template file. Fails (Kind::Usage): no document, a header of another shape, braces without a name.
core::Result<JobTemplate> readTemplate(QByteArrayView utf8);

/// The template as a YAML file that readTemplate() reads.
QByteArray writeTemplate(const JobTemplate &content);

/// A document as a template without places: what looks like one in it is escaped.
JobTemplate templateOf(const job::JobSpec &spec, const QString &name, const QString &description);

struct FilledTemplate
{
    job::JobSpec spec;
    /// Of id "T-missing", "T-unknown" (a value for no place: Finding::key is its name), "T-type" and "T-choice", all
    /// errors. What the service says about the result is another matter: job::check().
    job::Findings findings;
};

/// Puts `values`, by name of the place, and the defaults into the document.
FilledTemplate fillTemplate(const JobTemplate &content, const QHash<QString, QString> &values);

} // namespace braketeer::exchange
