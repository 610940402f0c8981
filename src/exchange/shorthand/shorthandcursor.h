#pragma once

#include "core/error.h"

#include <QList>
#include <QStringView>

namespace braketeer::exchange {

/// A place in a text in shorthand syntax, with the words that begin there. What is wrong is kept aside instead of
/// thrown: after each step ask failed(). The error's message names what was expected, what stands there, and its
/// column.
class ShorthandCursor
{
public:
    enum class Problem {
        None,
        Syntax, ///< the reader may step back and try otherwise
        Final,  ///< it may not: a file that cannot be read, a key that comes twice
    };

    explicit ShorthandCursor(QStringView text);

    bool atEnd() const { return m_index >= m_input.size(); }

    bool stands(char32_t character) const { return !atEnd() && m_input.at(m_index) == character; }

    /// In characters, from 0.
    qsizetype index() const { return m_index; }

    bool failed() const { return m_problem != Problem::None; }

    Problem problem() const { return m_problem; }

    const core::Error &error() const { return m_error; }

    void fail(core::Error error);
    void fail(const QString &message);
    void failSyntax(const QString &expected);
    /// Forgets a problem of syntax, and goes back to the nearest such character.
    void stepBackTo(char32_t character);

    /// False where another character stands.
    bool take(char32_t character);
    void skipBlanks();
    void expect(char32_t character);
    void expectBetweenBlanks(char32_t character);

    QString key();
    /// Without blanks at its end; empty where no value begins.
    QString bareValue(bool (*continues)(char32_t));
    /// At a quote.
    QString quotedValue();

private:
    QString text(qsizetype from, qsizetype to) const;
    bool escapedCommaStands() const;
    qsizetype endOfQuoted() const;

    QList<char32_t> m_input;
    qsizetype m_index = 0;
    Problem m_problem = Problem::None;
    core::Error m_error;
};

} // namespace braketeer::exchange
