#pragma once

#include "job/value.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

/// A value of the simulated PowerShell.
struct PowerShellValue
{
    enum class Kind { Null, Text, Character, Integer, Table, Array };
    Kind kind = Kind::Null;
    QString text{};                                     ///< of text, character, integer
    QList<std::pair<QString, PowerShellValue>> table{}; ///< of a hashtable
    QList<PowerShellValue> items{};                     ///< of an array
    bool ordinal = false;                               ///< of a hashtable: keys are compared by code units

    const PowerShellValue *find(const QString &key) const;
    void put(const QString &key, PowerShellValue value);
};

/// Runs a script of assignments and one call of New-BRKTJob, as PowerShell would, and binds the parameters as the
/// cmdlet does: gives the CreateJob request that leaves it, or a problem.
///
/// Written from about_Quoting_Rules, about_Special_Characters, about_Hash_Tables, about_Arrays, about_Join,
/// about_Operator_Precedence and the parameters of New-BRKTJob in the cmdlet reference; it knows nothing of how
/// Braketeer writes. Whatever could be more than a literal is a problem: subexpressions, variables that were not
/// assigned, double quotes, separators, redirections, characters beyond ASCII (Windows PowerShell 5.1 reads a script
/// without byte-order mark in the code page of the system).
class CmdletSimulation
{
public:
    struct Outcome
    {
        braketeer::job::Value request;
        QHash<QString, QString> common; ///< -Region and its like
        QString problem;
    };

    static Outcome run(const QString &script);

private:
    explicit CmdletSimulation(const QString &script) : m_script(script) { }

    using Parsed = std::optional<PowerShellValue>;

    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_script.size() ? m_script.at(m_at + ahead) : QChar();
    }

    bool fail(const QString &problem);
    void skipBlanks(bool lines);
    bool take(const QString &token);
    QString word();

    bool statement();
    bool assignment();
    bool call();
    Parsed expression();
    Parsed primary();
    Parsed quoted();
    Parsed number();
    Parsed table();
    Parsed array();
    Parsed join();
    void bind(const QString &parameter, const PowerShellValue &value);

    braketeer::job::Value object(const PowerShellValue &value, const QString &type);
    braketeer::job::Value texts(const PowerShellValue &value);

    const QString m_script;
    qsizetype m_at = 0;
    QHash<QString, PowerShellValue> m_variables;
    Outcome m_outcome;
    bool m_called = false;
};
