#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace braketeer::archive::python {

enum class TokenKind {
    Name, ///< an identifier or a keyword
    Number,
    String,   ///< with its prefix and quotes; an f-string is one token, whatever stands in its braces
    Operator, ///< one character, except for the comparison "==" and the walrus ":="
    NewLine,  ///< the end of a logical line
    Indent,
    Dedent,
    Error, ///< nothing after it can be trusted
    End,
};

/// Why a source cannot be read on.
enum class Fault { None, OpenString, OpenBracket, WrongBracket, Indentation, Character, Nesting };

struct Token
{
    TokenKind kind = TokenKind::End;
    QByteArrayView text; ///< a part of the source; empty for Indent, Dedent and End
    int line = 0;        ///< from 1
};

/// Cuts Python source into tokens: strings of every kind (with what PEP 701 lets f-strings hold), comments, lines
/// joined by backslash or brackets, indentation with tabs, any line ends, a byte order mark. Blank lines and comments
/// give nothing.
///
/// Pure, never recurses deeper than a fixed limit, reads each byte a bounded number of times: fit for hostile input.
/// Source: docs.python.org/3.12, "Lexical analysis".
class Tokenizer final
{
public:
    /// `source` must outlive the tokenizer.
    explicit Tokenizer(QByteArrayView source);

    /// The next token. After Error and End the same again.
    Token next();

    Fault fault() const { return m_fault; }

    int line() const { return m_line; }

private:
    Token startOfLine();
    Token inLine();
    Token fail(Fault fault);
    Token take(TokenKind kind, qsizetype length);
    Token nameOrString();
    Token operatorOrBracket();
    void skipBlanks();
    bool skipLineEnd();
    void skipComment();
    char at(qsizetype offset) const;

    QByteArrayView m_source;
    qsizetype m_at = 0;
    int m_line = 1;
    QList<int> m_indents{0};
    QByteArray m_brackets; ///< those that wait for their other half
    int m_dedents = 0;     ///< still to be given
    bool m_lineStarts = true;
    bool m_lineHasTokens = false;
    bool m_ended = false;
    Fault m_fault = Fault::None;
};

} // namespace braketeer::archive::python
