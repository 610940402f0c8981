#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QTest>

/// The cases of the suite "profiles" that are of this kind, as rows with one JSON object each in the column "testCase".
inline void addProfileCases(QLatin1StringView kind)
{
    const QString root = qEnvironmentVariable("BRAKETEER_SUITES", QStringLiteral(BRAKETEER_TEST_DATA "/suites"));
    const QDir folder(root + QStringLiteral("/profiles"));
    QTest::addColumn<QJsonObject>("testCase");
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    int count = 0;
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("Cannot read %s", qPrintable(file.fileName()));
        const QJsonObject testCase = QJsonDocument::fromJson(file.readAll()).object();
        if (testCase.value(QStringLiteral("kind")).toString() != kind)
            continue;
        QTest::newRow(qPrintable(name.chopped(5))) << testCase;
        ++count;
    }
    if (count == 0)
        qFatal("No cases of kind %s in %s", kind.data(), qPrintable(folder.path()));
}

/// An environment of exactly these variables. `root` goes in front of absolute paths.
inline QProcessEnvironment environmentOf(const QJsonObject &variables, const QString &root = {})
{
    QProcessEnvironment environment;
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        const QString value = variable.value().toString();
        environment.insert(variable.key(), value.startsWith(QLatin1Char('/')) ? root + value : value);
    }
    return environment;
}
