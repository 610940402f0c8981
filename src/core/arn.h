#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace braketeer::core {

/// An Amazon Resource Name in its six parts: `arn:partition:service:region:account:resource`.
///
/// Region and account may be empty (`arn:aws:braket:::device/quantum-simulator/amazon/sv1`); the resource may hold
/// colons and slashes. Nothing is decoded and nothing is checked but the number of parts and the `arn:` at the start.
/// Source: AWS General Reference, "Amazon Resource Names (ARNs)".
struct Arn
{
    QString partition;
    QString service;
    QString region;
    QString account;
    QString resource; ///< the rest, as it stands: "job/5eabb790-…", "role/service-role/Name"

    static std::optional<Arn> parse(QStringView text);
    QString toString() const;
    bool operator==(const Arn &) const = default;
};

} // namespace braketeer::core
