#pragma once

#include "exchange/import/literaltable.h"
#include "exchange/import/python/pyscript.h"

#include <QSet>

namespace braketeer::exchange {

/// The reader behind readPyScript(): a recursive descent with the error kept aside; after each step ask failed().
class PyReader
{
public:
    PyReader(QStringView text, References &references) : m_text(text), m_references(references) { }

    core::Result<PyScript> readScript();
    core::Result<job::Value> readLiteral();

private:
    bool atEnd() const { return m_at >= m_text.size(); }

    QChar peek(qsizetype ahead = 0) const;

    bool failed() const { return !m_why.isEmpty(); }

    void refuse(qsizetype at, const QString &why);
    core::Error error() const;
    void skipSpace(); ///< blanks, newlines, comments, continued lines: what means nothing inside of brackets
    void skipBlanks();
    void skipComment();

    // Expressions (pyexpression.cpp)
    job::Value expression();
    job::Value atom();
    job::Value strings();
    job::Value number();
    job::Value listLiteral(QChar closer);
    job::Value dictLiteral();
    job::Value name();
    const job::Value *structureNamed(const QString &name) const;
    job::Value keywords(); ///< name=value, **dict …  up to the closing parenthesis
    void spread(LiteralTable &table);
    job::Value jsonLoads();
    bool endsExpression();
    job::Value code(qsizetype from);
    qsizetype endOfCode(qsizetype from) const;
    void expectCloser(QChar closer, qsizetype opened);

    // Statements (pystatements.cpp)
    void scan();
    void word();
    void assignment(const QString &name);
    bool itemAssignment(const QString &name);
    bool beginsLiteral();

    QStringView m_text;
    References &m_references;
    PyScript m_script;
    QSet<QString> m_assignedTwice;
    QHash<QString, LiteralTable> m_tables; ///< those that grow key by key
    LiteralBudget m_budget;
    qsizetype m_at = 0;
    int m_depth = 0;    ///< of expressions within each other
    int m_brackets = 0; ///< open while scanning: an assignment stands outside of them
    qsizetype m_wrongAt = 0;
    QString m_why;
};

} // namespace braketeer::exchange
