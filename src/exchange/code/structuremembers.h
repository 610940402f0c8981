#pragma once

#include "exchange/exported.h"

#include <optional>

namespace braketeer::exchange {

/// One structure of a document that is written as something else: its members are taken one after another, and what
/// is left over is what has no counterpart there.
class StructureMembers
{
public:
    /// `shown` is `value` with shortened texts: decisions look at the one, text is made of the other.
    StructureMembers(QString path, const job::Value &value, const job::Value &shown);

    /// The member when it is a text that is not empty.
    std::optional<ExportMember> takeText(QLatin1StringView key);
    /// The member when it is a whole number as one writes it, without leading zeros.
    std::optional<ExportMember> takeInteger(QLatin1StringView key);
    std::optional<ExportMember> takeMap(QLatin1StringView key);

    /// Paths of the members that nobody took; that of the structure itself where it is none.
    QStringList leftOver() const;

    const QString &path() const { return m_path; }

private:
    template<class Fits>
    std::optional<ExportMember> take(QLatin1StringView key, Fits fits);

    QString m_path;
    bool m_isMap = false;
    QList<ExportMember> m_members;
};

} // namespace braketeer::exchange
