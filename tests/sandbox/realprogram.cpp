#include "realprogram.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

QStringList awsPrograms()
{
    QStringList programs;
    for (const QString &found :
         {QStandardPaths::findExecutable(u"aws"_s), QStandardPaths::findExecutable(u"aws"_s, {u"/usr/bin"_s})})
        if (!found.isEmpty() && !programs.contains(found))
            programs.append(found);
    return programs;
}

Ran runProgram(const braketeer::sandbox::Sandbox &sandbox, const QString &folder, const QString &program,
               const QStringList &arguments)
{
    constexpr int patience = 120'000; // Python on a busy machine
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : sandbox.environment())
        environment.insert(name, value);
    environment.insert(u"AWS_DEFAULT_REGION"_s, u"us-west-2"_s);
    environment.insert(u"AWS_EC2_METADATA_DISABLED"_s, u"true"_s);
    environment.insert(u"AWS_CONFIG_FILE"_s, folder + u"/config"_s);
    environment.insert(u"AWS_SHARED_CREDENTIALS_FILE"_s, folder + u"/none"_s);
    environment.insert(u"AWS_DEFAULT_OUTPUT"_s, u"json"_s);
    environment.insert(u"NO_PROXY"_s, u"127.0.0.1"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.remove(u"AWS_CA_BUNDLE"_s); // rclone cannot start with one
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(patience))
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}
