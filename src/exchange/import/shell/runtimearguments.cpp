#include "exchange/import/shell/runtimearguments.h"

namespace braketeer::exchange {
namespace {

/// Reads from `at` to the end of one argument. `blanksSeparate`: an unquoted blank ends it.
QString readArgument(QStringView text, qsizetype &at, bool blanksSeparate)
{
    QString argument;
    bool inQuotes = false;
    while (at < text.size()) {
        const QChar character = text.at(at);
        if (character == u'\\') {
            qsizetype end = at;
            while (end < text.size() && text.at(end) == u'\\')
                ++end;
            const qsizetype count = end - at;
            at = end;
            if (end >= text.size() || text.at(end) != u'"') {
                argument += QString(count, u'\\');
                continue;
            }
            argument += QString(count / 2, u'\\');
            if (count % 2 == 1) {
                argument += u'"';
                ++at;
            }
            continue;
        }
        if (character == u'"') {
            if (inQuotes && at + 1 < text.size() && text.at(at + 1) == u'"') {
                argument += u'"';
                at += 2;
                continue;
            }
            inQuotes = !inQuotes;
        } else if (blanksSeparate && !inQuotes && (character == u' ' || character == u'\t')) {
            break;
        } else {
            argument += character;
        }
        ++at;
    }
    return argument;
}

} // namespace

QStringList splitRuntimeArguments(QStringView commandLine)
{
    QStringList arguments;
    qsizetype at = 0;
    while (true) {
        while (at < commandLine.size() && (commandLine.at(at) == u' ' || commandLine.at(at) == u'\t'))
            ++at;
        if (at >= commandLine.size())
            return arguments;
        arguments << readArgument(commandLine, at, true);
    }
}

QString runtimeArgument(QStringView word)
{
    qsizetype at = 0;
    return readArgument(word, at, false);
}

} // namespace braketeer::exchange
