#include "archive/python/outline.h"

#include "archive/python/logicalline.h"

#include <utility>

namespace braketeer::archive::python {
namespace {

class Reader
{
public:
    explicit Reader(QByteArrayView source) : m_tokens(source) { }

    Outline read()
    {
        Line line;
        for (;;) {
            const Token token = m_tokens.next();
            switch (token.kind) {
            case TokenKind::End:
                return std::move(m_outline);
            case TokenKind::Error:
                m_outline.fault = m_tokens.fault();
                m_outline.faultLine = m_tokens.line();
                return std::move(m_outline);
            case TokenKind::Indent:
                ++m_depth;
                if (m_hidden == 0 && m_opensHidden)
                    m_hidden = m_depth;
                break;
            case TokenKind::Dedent:
                if (m_hidden == m_depth)
                    m_hidden = 0;
                --m_depth;
                break;
            case TokenKind::NewLine:
                if (m_hidden == 0)
                    logicalLine(line);
                line.clear();
                break;
            default:
                if (m_hidden == 0)
                    line.append(token);
            }
        }
    }

private:
    /// A line outside every function and class.
    void logicalLine(const Line &line)
    {
        m_opensHidden = false;
        if (line.isEmpty())
            return;
        const Token &first = line.first();
        if (isOperator(first, "@"))
            decorator(line);
        else if (isName(first, "def") || (isName(first, "async") && line.size() > 1 && isName(line[1], "def")))
            function(line);
        else if (isName(first, "class"))
            type(line);
        else if (isOneOf(first, {"if", "elif", "else", "try", "except", "finally", "with", "for", "while", "async"})
                 || opensMatch(line))
            compound(line);
        else
            statements(line, 0);
    }

    void decorator(const Line &line)
    {
        QByteArray words;
        for (qsizetype i = 1; i < line.size() && (line[i].kind == TokenKind::Name || isOperator(line[i], ".")); ++i)
            words += line[i].text.toByteArray();
        m_decorators << words;
    }

    void function(const Line &line)
    {
        const qsizetype name = isName(line.first(), "async") ? 2 : 1;
        m_opensHidden = true;
        const QByteArrayList decorators = std::exchange(m_decorators, {});
        if (line.size() <= name || line[name].kind != TokenKind::Name)
            return;
        Function found;
        found.name = line[name].text.toByteArray();
        found.line = line.first().line;
        found.asynchronous = name == 2;
        found.decorators = decorators;
        qsizetype open = name + 1;
        if (open < line.size() && isOperator(line[open], "[")) { // type parameters
            int depth = 0;
            do
                countBrackets(line[open++], depth);
            while (depth > 0 && open < line.size());
        }
        found.neededParameters = neededParameters(line, open);
        m_outline.names.insert(found.name);
        m_outline.bindsUnknown |= found.name == "__getattr__";
        m_outline.functions << std::move(found);
    }

    void type(const Line &line)
    {
        m_opensHidden = true;
        m_decorators.clear();
        if (line.size() > 1 && line[1].kind == TokenKind::Name)
            m_outline.names.insert(line[1].text.toByteArray());
    }

    void compound(const Line &line)
    {
        const Token &first = line.first();
        const qsizetype colon = findOutside(line, ":");
        if (isName(first, "if") && isMainGuard(line.first(colon)))
            m_outline.hasMainGuard = true;
        if (isOneOf(first, {"for", "while", "with"}) || (isName(first, "async") && line.size() > 1))
            m_outline.doesSomething = true;
        bindTargets(line, colon);
        if (colon + 1 < line.size())
            statements(line, colon + 1);
    }

    /// Names bound by `for … in`, and by `as` in `with`, `except` and `case`.
    void bindTargets(const Line &line, qsizetype end)
    {
        if (isName(line.first(), "for")) {
            for (qsizetype i = 1; i < end && !isName(line[i], "in"); ++i)
                bind(line[i]);
        }
        for (qsizetype i = 1; i + 1 < end; ++i) {
            if (isName(line[i], "as"))
                bind(line[i + 1]);
        }
    }

    void bind(const Token &token)
    {
        if (token.kind == TokenKind::Name)
            m_outline.names.insert(token.text.toByteArray());
    }

    /// Simple statements, separated by semicolons.
    void statements(const Line &line, qsizetype from)
    {
        while (from < line.size()) {
            const qsizetype end = findOutside(line, ";", from);
            if (end > from)
                simple(line.sliced(from, end - from));
            from = end + 1;
        }
    }

    void simple(const Line &line)
    {
        const Token &first = line.first();
        if (isOneOf(first, {"import", "from"}))
            imports(line);
        else if (findOutside(line, "=") < line.size() || findOutside(line, ":") < line.size())
            assignment(line);
        else if (isOneOf(first, {"pass", "global", "nonlocal", "type"})
                 || (first.kind == TokenKind::String && line.size() == 1))
            return;
        else
            m_outline.doesSomething = true;
    }

    void imports(const Line &line)
    {
        const bool from = isName(line.first(), "from");
        qsizetype i = 1;
        while (from && i < line.size() && !isName(line[i], "import"))
            ++i;
        Token bound; // the first word of each item, unless "as" gives another
        bool wanted = true;
        for (i += from ? 1 : 0; i < line.size(); ++i) {
            if (isOperator(line[i], "*")) {
                m_outline.bindsUnknown = true;
            } else if (isOperator(line[i], ",")) {
                bind(std::exchange(bound, {}));
                wanted = true;
            } else if (isName(line[i], "as")) {
                wanted = true;
            } else if (line[i].kind == TokenKind::Name && std::exchange(wanted, false)) {
                bound = line[i];
            }
        }
        bind(bound);
    }

    /// `a = b = …`, `a: int = …`, `a, b = …`. What is bound stands before the last "=" (or the ":").
    void assignment(const Line &line)
    {
        qsizetype end = findOutside(line, ":");
        if (end == line.size()) {
            end = 0;
            for (qsizetype next = findOutside(line, "="); next < line.size(); next = findOutside(line, "=", next + 1))
                end = next;
        }
        for (qsizetype i = 0; i < end; ++i) {
            const bool attribute = i > 0 && isOperator(line[i - 1], ".");
            const bool part = i + 1 < line.size() && (isOperator(line[i + 1], ".") || isOperator(line[i + 1], "["));
            if (!attribute && !part)
                bind(line[i]);
        }
    }

    Tokenizer m_tokens;
    Outline m_outline;
    QByteArrayList m_decorators;
    int m_depth = 0;            ///< blocks around the line
    int m_hidden = 0;           ///< the depth of the function's or class's block we are in; 0: none
    bool m_opensHidden = false; ///< the line before was the head of a function or class
};

} // namespace

Outline outline(QByteArrayView source)
{
    return Reader(source).read();
}

} // namespace braketeer::archive::python
