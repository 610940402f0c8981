#pragma once

#include "exchange/json/readjson.h"

#include <QDir>
#include <QFile>
#include <QTest>

/// The case files of one suite: from the folder in BRAKETEER_SUITES, or else the one in the tests' own data.
inline QStringList suiteFiles(const QString &suite)
{
    const QString root = qEnvironmentVariable("BRAKETEER_SUITES", QStringLiteral(BRAKETEER_TEST_DATA "/suites"));
    const QDir folder(root + QLatin1Char('/') + suite);
    QStringList files;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        files << folder.filePath(name);
    return files;
}

/// A row for every case, named by its file.
inline void addSuiteRows(const QString &suite)
{
    QTest::addColumn<QString>("file");
    const QStringList files = suiteFiles(suite);
    QVERIFY2(!files.isEmpty(), "the suite has no cases");
    for (const QString &file : files)
        QTest::newRow(qPrintable(QFileInfo(file).completeBaseName())) << file;
}

inline braketeer::job::Value readCase(const QString &file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return {};
    return braketeer::exchange::readJson(input.readAll()).value_or(braketeer::job::Value());
}
