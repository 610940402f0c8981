#pragma once

#include <QStringList>

namespace simulations {

/// The arguments of a command line (behind the program's name) as the C runtime of a Windows program splits it.
/// Written from "Parsing C command-line arguments" (Microsoft): blanks and tabs separate; 2n backslashes and a quote
/// are n backslashes and a quote that opens or closes; 2n+1 are n backslashes and a plain quote; two quotes inside
/// quotes are one plain quote.
inline QStringList splitArguments(const QString &line)
{
    QStringList arguments;
    const auto at = [&line](qsizetype i) { return i < line.size() ? line.at(i) : QChar(); };
    qsizetype i = 0;
    while (true) {
        while (at(i) == u' ' || at(i) == u'\t')
            ++i;
        if (i >= line.size())
            return arguments;
        QString argument;
        bool quoted = false;
        while (i < line.size() && (quoted || (at(i) != u' ' && at(i) != u'\t'))) {
            qsizetype slashes = 0;
            while (at(i) == u'\\') {
                ++slashes;
                ++i;
            }
            if (at(i) != u'"') {
                argument += QString(slashes, u'\\');
                if (slashes == 0)
                    argument += line.at(i++);
                continue;
            }
            argument += QString(slashes / 2, u'\\');
            if (slashes % 2 == 1) {
                argument += line.at(i++);
            } else if (quoted && at(i + 1) == u'"') {
                argument += u'"';
                i += 2;
            } else {
                quoted = !quoted;
                ++i;
            }
        }
        arguments << argument;
    }
}

} // namespace simulations
