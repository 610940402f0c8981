#pragma once

#include <QString>

namespace braketeer::job::rules {

enum class SecretHint {
    None,
    Name,  ///< the name says so: "db_password"
    Value, ///< the value has the form of a known kind of key
};

/// Whether a name with its value looks like a secret. A guess that would rather miss than cry wolf: hashes, plain
/// words and numbers are none.
SecretHint looksSecret(const QString &name, const QString &value);

} // namespace braketeer::job::rules
