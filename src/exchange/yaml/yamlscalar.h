#pragma once

#include "job/value.h"

#include <QString>

#include <optional>

namespace braketeer::exchange {

/// What a plain (unquoted) YAML scalar is, by the rules of YAML 1.2 as ruamel.yaml applies them.
struct YamlScalar
{
    enum class Kind {
        Text,
        Value,    ///< null, boolean or number: in `value`
        Date,     ///< a date or time
        Infinite, ///< .inf, .nan, or a number beyond a double's range: JSON has no text for it
        Merge,    ///< <<
        Default,  ///< =
    };

    Kind kind = Kind::Text;
    job::Value value = {};
};

YamlScalar resolveYamlScalar(const QString &text);

/// A number written in one of YAML's ways as JSON writes it; null when it is none.
std::optional<QString> yamlInteger(QStringView text);
std::optional<QString> yamlFloat(const QString &text);

} // namespace braketeer::exchange
