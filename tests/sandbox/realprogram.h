#pragma once

#include "sandbox/sandbox.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

/// What became of a program.
struct Ran
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;

    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

/// Each `aws` on the PATH, and the distribution's own.
QStringList awsPrograms();

/// Runs a program in `folder`, where the sandbox is all of AWS that it knows.
Ran runProgram(const braketeer::sandbox::Sandbox &sandbox, const QString &folder, const QString &program,
               const QStringList &arguments);
