#pragma once

#include "core/result.h"
#include "exchange/import/references.h"
#include "job/value.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

namespace braketeer::exchange {

/// What stands in Python text, as far as it is literal; names, f-strings and other code are stand-ins of References.
struct PyScript
{
    QList<job::Value> calls;              ///< the keyword arguments of each create_job(…), **{…} included
    QHash<QString, job::Value> variables; ///< what is assigned to names once, or is a dict that grows
    QHash<QString, QString> settings;     ///< region_name, profile_name, endpoint_url of a session or client
};

/// Finds `create_job(…)` calls and the literals that their arguments name. Nothing is run.
core::Result<PyScript> readPyScript(QStringView text, References &references);

/// A text that is one literal from its beginning to its end: the repr() of an answer.
core::Result<job::Value> readPyLiteral(QStringView text, References &references);

} // namespace braketeer::exchange
