#include "archive/checks/families.h"

namespace braketeer::archive::checks {

void Group::say(const QString &message, Warnings &warnings) const
{
    if (m_count == 0)
        return;
    QString text = message.contains(u"%1") ? message.arg(m_path) : message;
    if (m_count > 1)
        text += u' ' + ArchiveText::tr("There are %n such members.", nullptr, m_count);
    warnings.append({m_kind, QString::fromLatin1(m_rule), m_severity, m_path, text});
}

} // namespace braketeer::archive::checks
