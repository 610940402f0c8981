#pragma once

#include "exchange/import/literaltable.h"
#include "exchange/import/powershell/psscript.h"

#include <QSet>

namespace braketeer::exchange {

/// The reader behind readPsScript(): a recursive descent with the error kept aside; after each step ask failed().
class PsReader
{
public:
    PsReader(QStringView text, References &references) : m_text(text), m_references(references) { }

    core::Result<PsScript> read();

private:
    // Characters
    bool atEnd() const { return m_at >= m_text.size(); }

    QChar peek(qsizetype ahead = 0) const;

    bool failed() const { return !m_why.isEmpty(); }

    void refuse(qsizetype at, const QString &why);
    bool enter();       ///< one level deeper; false when that is too deep
    void skipBlanks();  ///< blanks, continued lines, block comments
    void skipFillers(); ///< newlines, semicolons and comments, too
    void skipComment();

    // Literals (psliterals.cpp)
    bool atQuote() const;
    QString quotedText();
    QString singleQuoted();
    QString doubleQuoted();
    QString hereString();
    bool atHereString() const;
    void appendEscape(QString &text);
    void appendDollar(QString &text);
    QString variableAt(qsizetype &end) const;

    // Expressions (psexpression.cpp)
    job::Value expression();
    job::Value item();
    job::Value literal();
    const job::Value *structureNamed(const QString &name) const;
    job::Value variable();
    job::Value listLiteral();
    job::Value tableLiteral();
    job::Value inParentheses();
    job::Value newObject();
    job::Value joined();
    job::Value numberOrCode();
    QString tableKey();

    // Code round literals (pscode.cpp)
    enum class Cast { None, Character, Other };
    Cast skipCast();
    bool startsWith(QStringView word) const;
    bool takeMembers();
    bool takeOperator();
    job::Value code(qsizetype from);
    job::Value codeBetween(qsizetype from, qsizetype end);
    qsizetype endOfCode(qsizetype from) const;

    // Statements (psstatements.cpp)
    void statement();
    bool assignment();
    bool memberAssignment(const QString &name);
    void assign(const QString &name, job::Value value, bool append);

    // Commands (pscommands.cpp)
    void command();
    PsCommand commandArguments();
    PsArgument argument();
    PsArgument splat();
    QString bareWord();
    void verbatimArguments(PsCommand &command);
    bool endsCommand() const;

    QStringView m_text;
    References &m_references;
    PsScript m_script;
    QSet<QString> m_assignedTwice;
    QHash<QString, LiteralTable> m_tables; ///< those that grow key by key
    LiteralBudget m_budget;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_isArgument = false; ///< a value that stands bare in a command: a blank ends it, operators are words
    qsizetype m_wrongAt = 0;
    QString m_why;
};

} // namespace braketeer::exchange
