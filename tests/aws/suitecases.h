#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

/// The cases of a suite as rows of a data table, one JSON object each, in the column "testCase".
///
/// BRAKETEER_SUITES names another folder with the same sub-folders. No case at all is a failure, not a pass.
/// `part`: only cases whose name has it.
inline void addSuiteCases(const char *suite, const char *part = "")
{
    const QString root = qEnvironmentVariable("BRAKETEER_SUITES", QStringLiteral(BRAKETEER_TEST_DATA "/suites"));
    const QDir folder(root + QLatin1Char('/') + QLatin1StringView(suite));
    QTest::addColumn<QJsonObject>("testCase");
    const QStringList names = folder.entryList({QStringLiteral("*%1*.json").arg(QLatin1StringView(part))}, QDir::Files,
                                               QDir::Name);
    if (names.isEmpty())
        qFatal("No cases in %s", qPrintable(folder.path()));
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("Cannot read %s", qPrintable(file.fileName()));
        QTest::newRow(qPrintable(name.chopped(5))) << QJsonDocument::fromJson(file.readAll()).object();
    }
}

inline QByteArray bytes(const QJsonValue &value)
{
    return value.toString().toUtf8();
}
