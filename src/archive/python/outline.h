#pragma once

#include "archive/python/tokenizer.h"

#include <QByteArrayList>
#include <QSet>

namespace braketeer::archive::python {

/// A function defined at the top level of a module, also inside `if`, `try`, `with` or a loop there.
struct Function
{
    QByteArray name;
    int line = 0;
    bool asynchronous = false;
    QByteArrayList decorators;       ///< the words behind the @: "hybrid_job", "app.command"
    QByteArrayList neededParameters; ///< those without a default value

    bool operator==(const Function &) const = default;
};

/// What a module shows of itself without being run.
struct Outline
{
    QList<Function> functions;  ///< in the order of the source; a name defined twice stands twice
    QSet<QByteArray> names;     ///< everything bound at the top level: functions, classes, variables, imports
    bool bindsUnknown = false;  ///< `from x import *`, or a `__getattr__`: may have names that are not in `names`
    bool hasMainGuard = false;  ///< if __name__ == "__main__":
    bool doesSomething = false; ///< has a statement at the top level beside definitions, imports and assignments
    Fault fault = Fault::None;  ///< why the source could not be read to its end: Python cannot either
    int faultLine = 0;
};

/// Reads a module's source. Nothing is run. Pure; fit for hostile input.
Outline outline(QByteArrayView source);

} // namespace braketeer::archive::python
