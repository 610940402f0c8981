#include "exchange/import/shell/signs.h"

#include <QRegularExpression>
#include <QStringList>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

enum class Sign { None, Posix, Fish, PowerShell, Cmd };

/// The character that goes on with the first line of the command; NUL where it stands on one line.
QChar continuation(const QString &text)
{
    static const QRegularExpression lineEnd(u"([\\\\`^])[ \\t]*\\n"_s);
    static const QRegularExpression command(u"\\b(aws|braketeer-cli)\\b"_s);
    const qsizetype start = qMax<qsizetype>(command.match(text).capturedStart(), 0);
    const auto match = lineEnd.match(text, start);
    return match.hasMatch() ? match.captured(1).at(0) : QChar();
}

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption)
        .match(text)
        .hasMatch();
}

/// What only one of them has; the way of going on with a line tells most.
Sign signOf(const QString &text)
{
    if (matches(text, u"\\A#!.*\\bfish\\b|^\\s*set\\s+-[a-zA-Z]+\\s+\\w+ |^fish>"_s))
        return Sign::Fish;
    const QChar mark = continuation(text);
    if (mark == u'`')
        return Sign::PowerShell;
    if (mark == u'^')
        return Sign::Cmd;
    if (mark == u'\\' || matches(text, u"\\A#!"_s))
        return Sign::Posix;
    if (matches(text, u"^\\s*@echo |^\\s*rem |^[A-Z]:\\\\[^>\\n]*>|%[A-Za-z_]\\w*%"_s) && !text.contains(u'\''))
        return Sign::Cmd;
    if (matches(
            text,
            u"\\$env:\\w|@['\"]\\n|^\\s*\\$\\w+\\s*=|^PS [^\\n]*>|(^|[{;=])\\s*& |[\\x{2018}-\\x{201E}]|@\\w+\\s*$"_s))
        return Sign::PowerShell;
    return Sign::None;
}

/// No quotes, or one that a program's C runtime would take away: nobody writes that for PowerShell before 7.3.
bool hasPlainQuotes(const QString &text)
{
    static const QRegularExpression plain(u"(?<!\\\\)(\\\\\\\\)*\""_s);
    return !text.contains(u'"') || plain.match(text).hasMatch();
}

} // namespace

int likeShell(const QString &text, ShellFamily family)
{
    static const QRegularExpression command(u"\\b(aws[\\w.]*|braketeer-cli)[\"']?\\s.*?create-job\\b"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    if (!text.contains(u"create-job") || !command.match(text).hasMatch())
        return text.contains(u"create-job") && text.contains(u"braket") && family != ShellFamily::Cmd ? 1 : 0;
    const Sign sign = signOf(text);
    const auto fits = [sign](Sign own) { return sign == Sign::None || sign == own; };
    switch (family) {
    case ShellFamily::Posix:
        return fits(Sign::Posix) ? 60 : 0;
    case ShellFamily::PowerShell:
        return fits(Sign::PowerShell) ? (hasPlainQuotes(text) ? 50 : 48) : 0;
    case ShellFamily::PowerShell51:
        return fits(Sign::PowerShell) ? 49 : 0;
    case ShellFamily::Cmd:
        // Single quotes mean nothing to cmd, so that nobody writes them for it.
        return fits(Sign::Cmd) ? (sign == Sign::None && text.contains(u'\'') ? 10 : 40) : 0;
    case ShellFamily::Fish:
        return sign == Sign::Fish ? 60 : fits(Sign::Posix) ? 30 : 0;
    }
    return 0;
}

QString withoutPrompts(const QString &text)
{
    // "PS C:\jobs>", "C:\jobs>", "me@host ~>": the > would redirect. $ and % at a prompt's end are words of their own.
    static const QRegularExpression prompt(
        u"^(PS )?[A-Za-z]:\\\\[^>\\n]*>\\s?|^PS [^>\\n]*>\\s?|^[\\w.-]+@[^>\\n]*>\\s(?=aws)"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression goesOn(u"([\\\\`^][ \\t]*\\n)(?:>{1,2}|More\\?|\\.{3}) "_s);
    if (!prompt.match(text).hasMatch() && !goesOn.match(text).hasMatch())
        return text;
    QString result = text;
    result.replace(prompt, QString());
    return result.replace(goesOn, u"\\1"_s);
}

} // namespace braketeer::exchange
