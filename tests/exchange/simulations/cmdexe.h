#pragma once

#include "argvsplit.h"

#include <QMap>

namespace simulations {

/// How cmd.exe came by the text.
struct CmdMode
{
    bool batch = false;   ///< a batch file, not the prompt
    bool delayed = false; ///< delayed expansion is on (cmd /v:on, setlocal enabledelayedexpansion)
};

/// What cmd.exe started for a text: argument lists of `aws`, or what else it did.
struct CmdRun
{
    QList<QStringList> calls;
    QString problem;
};

/// Reads a text as cmd.exe does: expansion of %NAME% line by line, then quotes, carets and special characters, then
/// delayed expansion, then the program's own splitting. Written from the help of cmd, call, set and setlocal and from
/// "How does the Windows Command Interpreter (CMD.EXE) parse scripts?".
class CmdReader
{
public:
    static CmdRun read(const QString &text, CmdMode mode, const QMap<QString, QString> &variables)
    {
        CmdReader reader(mode, variables);
        for (const QString &line : text.split(u'\n')) {
            if (line.size() > 8191)
                reader.m_run.problem = QStringLiteral("a line of more than 8,191 characters");
            if (reader.m_run.problem.isEmpty())
                reader.readLine(reader.expandPercent(line));
        }
        if (reader.m_continues)
            reader.m_run.problem = QStringLiteral("a caret waits for another line");
        return reader.m_run;
    }

private:
    CmdReader(CmdMode mode, const QMap<QString, QString> &variables) : m_mode(mode), m_variables(variables) { }

    QString expandPercent(const QString &line) const
    {
        QString out;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line.at(i) != u'%') {
                out += line.at(i);
                continue;
            }
            if (m_mode.batch && line.mid(i, 2) == QStringLiteral("%%")) {
                out += u'%';
                ++i;
                continue;
            }
            const qsizetype end = line.indexOf(u'%', i + 1);
            const QString name = end < 0 ? QString() : line.mid(i + 1, end - i - 1).toUpper();
            if (end > i + 1 && m_variables.contains(name)) {
                out += m_variables.value(name);
                i = end;
            } else if (m_mode.batch && end > i + 1) {
                i = end; // not defined: nothing
            } else if (!m_mode.batch) {
                out += u'%';
            }
        }
        return out;
    }

    void readLine(const QString &line)
    {
        qsizetype i = 0;
        if (m_continues && !line.isEmpty())
            m_command += line.at(i++); // the character behind a caret and a line end is plain
        m_continues = false;
        bool quoted = false;
        for (; i < line.size(); ++i) {
            const QChar c = line.at(i);
            if (c == u'"') {
                quoted = !quoted;
                m_command += c;
            } else if (quoted) {
                m_command += c;
            } else if (c == u'^') {
                if (i + 1 == line.size()) {
                    m_continues = true;
                    return;
                }
                m_command += line.at(++i);
            } else if (QStringLiteral("&|<>()").contains(c)) {
                if (isRemark())
                    continue;
                m_run.problem = QStringLiteral("cmd acts on ") + c;
                return;
            } else {
                m_command += c;
            }
        }
        endCommand();
    }

    bool isRemark() const { return m_command.startsWith(QStringLiteral("rem ")); }

    void endCommand()
    {
        QString command = m_command;
        m_command.clear();
        if (command.isEmpty() || command.startsWith(QStringLiteral("rem ")))
            return;
        if (m_mode.delayed && command.contains(u'!'))
            command = expandDelayed(command);
        if (!command.startsWith(QStringLiteral("aws "))) {
            m_run.problem = QStringLiteral("starts ") + command.section(u' ', 0, 0);
            return;
        }
        m_run.calls << splitArguments(command.mid(4));
    }

    QString expandDelayed(const QString &command) const
    {
        QString out;
        for (qsizetype i = 0; i < command.size(); ++i) {
            if (command.at(i) == u'^') {
                if (i + 1 < command.size())
                    out += command.at(++i);
            } else if (command.at(i) == u'!') {
                const qsizetype end = command.indexOf(u'!', i + 1);
                if (end < 0)
                    continue; // a lone one vanishes
                out += m_variables.value(command.mid(i + 1, end - i - 1).toUpper());
                i = end;
            } else {
                out += command.at(i);
            }
        }
        return out;
    }

    const CmdMode m_mode;
    const QMap<QString, QString> m_variables;
    QString m_command;
    bool m_continues = false;
    CmdRun m_run;
};

} // namespace simulations
