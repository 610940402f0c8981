#include "archive/python/logicalline.h"

#include <algorithm>

namespace braketeer::archive::python {

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

void countBrackets(const Token &token, int &depth)
{
    if (token.kind != TokenKind::Operator)
        return;
    if (QByteArrayView("([{").contains(token.text.front()))
        ++depth;
    else if (QByteArrayView(")]}").contains(token.text.front()))
        --depth;
}

qsizetype findOutside(const Line &line, const char *operatorText, qsizetype from)
{
    int depth = 0;
    for (qsizetype i = from; i < line.size(); ++i) {
        if (depth == 0 && isOperator(line[i], operatorText))
            return i;
        countBrackets(line[i], depth);
    }
    return line.size();
}

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

bool opensMatch(const Line &line)
{
    return isOneOf(line.first(), {"match", "case"}) && isOperator(line.last(), ":") && line.size() > 2
           && !isOperator(line[1], "=") && !isOperator(line[1], ".");
}

} // namespace braketeer::archive::python
