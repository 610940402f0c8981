#pragma once

#include "archive/warnings.h"

#include <QCoreApplication>

/// What inspect() is made of: a file for each family of warnings, which adds its own.
namespace braketeer::archive::checks {

void layout(const ArchiveContents &contents, Warnings &warnings);       ///< V12: where the Python files lie
void form(const ArchiveContents &contents, Warnings &warnings);         ///< V15: the archive as a file
void members(const ArchiveContents &contents, Warnings &warnings);      ///< V16: names and links
void requirements(const ArchiveContents &contents, Warnings &warnings); ///< V17
void versions(const ArchiveContents &contents, Warnings &warnings);     ///< V18: what only one Python can read
void weight(const ArchiveContents &contents, Warnings &warnings);       ///< V19: size, and what makes it

/// `ArchiveText::tr("…")` translates a sentence of these files.
struct ArchiveText
{
    Q_DECLARE_TR_FUNCTIONS(ArchiveWarnings)
};

/// Members with one and the same trouble: said once, with the first of them and how many there are.
class Group final
{
public:
    Group(WarningKind kind, const char *rule, Severity severity) : m_kind(kind), m_rule(rule), m_severity(severity) { }

    void add(const QString &path)
    {
        if (m_count++ == 0)
            m_path = path;
    }

    /// `message`: translated, with %1 for the first path.
    void say(const QString &message, Warnings &warnings) const;

private:
    WarningKind m_kind;
    const char *m_rule;
    Severity m_severity;
    QString m_path;
    int m_count = 0;
};

} // namespace braketeer::archive::checks
