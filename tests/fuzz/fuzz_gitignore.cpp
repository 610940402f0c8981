#include "fuzztarget.h"

#include "archive/ignore/gitignore.h"

using namespace braketeer::archive::ignore;

/// The input is a `.gitignore`. Each of its lines is a path too, and a line without special characters that stands
/// alone must fit itself.
void fuzz(QByteArrayView input)
{
    const QByteArrayList lines = input.first(std::min<qsizetype>(input.size(), 4096)).toByteArray().split('\n');
    const Gitignore file = Gitignore::parse(input);
    for (const QByteArray &line : lines) {
        file.find(line, false);
        file.find(line, true);
        const bool plain = !line.isEmpty() && std::all_of(line.begin(), line.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || c == '.';
        });
        if (!plain)
            continue;
        const Gitignore alone = Gitignore::parse(line);
        if (!alone.find(line, false) || !alone.find("x/" + line, true) || alone.find(line + 'x', false))
            qFatal("A plain line does not fit itself.");
    }
}
