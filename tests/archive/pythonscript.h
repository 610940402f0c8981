#pragma once

#include <QProcess>
#include <QString>

namespace braketeer::tests {

/// Runs Python code with arguments; fails the program when it fails, with what it said. Gives its output.
inline QByteArray runPython(const QByteArray &code, const QStringList &arguments)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 QStringList{QStringLiteral("-c"), QString::fromUtf8(code)} + arguments);
    if (!python.waitForFinished(120'000) || python.exitCode() != 0)
        qFatal("Python: %s", python.readAllStandardError().constData());
    return python.readAllStandardOutput();
}

} // namespace braketeer::tests
