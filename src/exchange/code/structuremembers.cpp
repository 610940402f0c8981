#include "exchange/code/structuremembers.h"

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

StructureMembers::StructureMembers(QString path, const Value &value, const Value &shown)
    : m_path(std::move(path)), m_isMap(value.isMap())
{
    for (const Value::Entry &entry : value.entries()) {
        const Value *brief = shown.find(entry.key);
        m_members.append({entry.key, entry.value, brief ? *brief : entry.value});
    }
}

template<class Fits>
std::optional<ExportMember> StructureMembers::take(QLatin1StringView key, Fits fits)
{
    const auto found = std::ranges::find_if(
        m_members, [key, &fits](const ExportMember &member) { return member.key == key && fits(member.value); });
    if (found == m_members.end())
        return std::nullopt;
    ExportMember member = *found;
    m_members.erase(found);
    return member;
}

std::optional<ExportMember> StructureMembers::takeText(QLatin1StringView key)
{
    return take(key, [](const Value &value) { return value.isText() && !value.toText().isEmpty(); });
}

std::optional<ExportMember> StructureMembers::takeInteger(QLatin1StringView key)
{
    return take(key, [](const Value &value) {
        const auto number = value.toInteger();
        return number && QString::number(*number) == value.toText();
    });
}

std::optional<ExportMember> StructureMembers::takeMap(QLatin1StringView key)
{
    return take(key, [](const Value &value) { return value.isMap(); });
}

QStringList StructureMembers::leftOver() const
{
    if (!m_isMap)
        return {m_path};
    QStringList paths;
    for (const ExportMember &member : m_members)
        paths << m_path + (m_path.isEmpty() ? u""_s : u"."_s) + member.key;
    return paths;
}

} // namespace braketeer::exchange
