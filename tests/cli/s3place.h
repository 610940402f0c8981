#pragma once

#include "sandbox/sandbox.h"
#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

namespace braketeer::tests {

/// A sandbox, a folder, and `braketeer-cli s3` between the two.
class S3Place final
{
public:
    static constexpr char bucket[] = "amazon-braket-us-west-2-000000000000";

    S3Place()
    {
        server = sandbox::Sandbox::start().value();
        environment = cleanEnvironment(home.path());
        const auto names = server->environment();
        for (const auto &[name, value] : names)
            environment.insert(name, value);
    }

    static QString at(const QString &key) { return QStringLiteral("s3://%1/%2").arg(QLatin1String(bucket), key); }

    Ended cli(const QStringList &arguments, const QByteArray &input = {})
    {
        return runProgram(QStringLiteral(BRAKETEER_CLI), QStringList{QStringLiteral("s3")} + arguments, environment,
                          home.path(), input);
    }

    /// The AWS CLI, on the same server and in the same folder.
    Ended aws(const QString &program, const QStringList &arguments)
    {
        const QStringList common{QStringLiteral("--endpoint-url"), server->url().toString(), QStringLiteral("s3")};
        return runProgram(program, common + arguments, environment, home.path());
    }

    void put(const QString &key, const QByteArray &bytes)
    {
        if (!server->putObject(bucket, key.toUtf8(), bytes))
            qFatal("No bucket.");
    }

    std::optional<QByteArray> object(const QString &key) { return server->object(bucket, key.toUtf8()); }

    void write(const QString &name, const QByteArray &bytes)
    {
        QDir(home.path()).mkpath(QFileInfo(name).path());
        QFile file(home.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("No file: %s", qPrintable(file.errorString()));
    }

    QByteArray read(const QString &name) const
    {
        QFile file(home.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
    }

    QTemporaryDir home;
    std::unique_ptr<sandbox::Sandbox> server;
    QProcessEnvironment environment;
};

} // namespace braketeer::tests
