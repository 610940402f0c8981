#include "archive/python/outline.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace braketeer::archive::python {
namespace {

using Line = QList<Token>; ///< one logical line, without its NewLine

bool isName(const Token &token, const char *text)
{
    return token.kind == TokenKind::Name && token.text == QByteArrayView(text);
}

bool isOperator(const Token &token, const char *text)
{
    return token.kind == TokenKind::Operator && token.text == QByteArrayView(text);
}

bool isOneOf(const Token &token, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return isName(token, word); });
}

/// How deep in brackets the line is behind `token`.
void countBrackets(const Token &token, int &depth)
{
    if (token.kind != TokenKind::Operator)
        return;
    if (QByteArrayView("([{").contains(token.text.front()))
        ++depth;
    else if (QByteArrayView(")]}").contains(token.text.front()))
        --depth;
}

/// Where the first `:` (or `,`, `=` …) outside brackets stands, from `from`; the line's size where there is none.
qsizetype findOutside(const Line &line, const char *operatorText, qsizetype from = 0)
{
    int depth = 0;
    for (qsizetype i = from; i < line.size(); ++i) {
        if (depth == 0 && isOperator(line[i], operatorText))
            return i;
        countBrackets(line[i], depth);
    }
    return line.size();
}

/// `__name__ == "__main__"`, in either order, anywhere in a condition.
bool isMainGuard(const Line &line)
{
    const auto isMain = [](const Token &token) {
        return token.kind == TokenKind::String && (token.text == "\"__main__\"" || token.text == "'__main__'");
    };
    for (qsizetype i = 0; i + 2 < line.size(); ++i) {
        if (isOperator(line[i + 1], "==")
            && ((isName(line[i], "__name__") && isMain(line[i + 2]))
                || (isMain(line[i]) && isName(line[i + 2], "__name__"))))
            return true;
    }
    return false;
}

/// The parameters between the brackets of `def name(…)` that a caller has to give.
QByteArrayList neededParameters(const Line &line, qsizetype open)
{
    QByteArrayList needed;
    int depth = 0;
    QByteArray name;
    bool optional = false;
    const auto finish = [&] {
        if (!name.isEmpty() && !optional)
            needed << name;
        name.clear();
        optional = false;
    };
    for (qsizetype i = open; i < line.size(); ++i) {
        const Token &token = line[i];
        countBrackets(token, depth);
        if (depth == 0)
            break;
        if (depth > 1)
            continue;
        if (isOperator(token, ","))
            finish();
        else if (isOperator(token, "*") || isOperator(token, "=") || isOperator(token, "/"))
            optional = true; // *args and **kwargs need nothing; behind "=" stands the default
        else if (token.kind == TokenKind::Name && name.isEmpty())
            name = token.text.toByteArray();
    }
    finish();
    return needed;
}

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
                 || isMatch(line))
            compound(line);
        else
            statements(line, 0);
    }

    /// `match` and `case` are keywords only where they open a block.
    static bool isMatch(const Line &line)
    {
        return isOneOf(line.first(), {"match", "case"}) && isOperator(line.last(), ":") && line.size() > 2
               && !isOperator(line[1], "=") && !isOperator(line[1], ".");
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
