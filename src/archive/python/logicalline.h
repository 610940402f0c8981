#pragma once

#include "archive/python/tokenizer.h"

#include <QByteArrayList>

#include <initializer_list>

namespace braketeer::archive::python {

/// One logical line of Python, without its NewLine: what can be asked of it without knowing the lines around it.
using Line = QList<Token>;

bool isName(const Token &token, const char *text);
bool isOperator(const Token &token, const char *text);
/// Whether it is one of these names.
bool isOneOf(const Token &token, std::initializer_list<const char *> words);

/// How deep in brackets the line is behind `token`.
void countBrackets(const Token &token, int &depth);

/// Where the first `:` (or `,`, `=` …) outside brackets stands, from `from`; the line's size where there is none.
qsizetype findOutside(const Line &line, const char *operatorText, qsizetype from = 0);

/// `__name__ == "__main__"`, in either order, anywhere in a condition.
bool isMainGuard(const Line &line);

/// Whether a `match` or `case` begins: they are keywords only where they open a block. The line is not empty.
bool opensMatch(const Line &line);

/// The parameters between the brackets of `def name(…)` that a caller has to give.
QByteArrayList neededParameters(const Line &line, qsizetype open);

} // namespace braketeer::archive::python
