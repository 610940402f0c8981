#include "fuzztarget.h"

#include "archive/python/outline.h"

using namespace braketeer::archive::python;

/// Tokens follow one another in the source, every block that is opened is closed, and the outline comes to its end.
void fuzz(QByteArrayView input)
{
    Tokenizer tokens(input);
    const char *behind = input.data();
    int depth = 0;
    int line = 0;
    for (Token token = tokens.next(); token.kind != TokenKind::End; token = tokens.next()) {
        if (token.kind == TokenKind::Error) {
            depth = 0;
            break;
        }
        if (!token.text.isEmpty()) {
            if (token.text.data() < behind)
                qFatal("A token before the last one.");
            behind = token.text.data() + token.text.size();
        }
        if (token.line < line)
            qFatal("Lines run backwards.");
        line = token.line;
        depth += token.kind == TokenKind::Indent ? 1 : token.kind == TokenKind::Dedent ? -1 : 0;
    }
    if (depth != 0)
        qFatal("A block stays open.");
    outline(input);
}
