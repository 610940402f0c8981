#pragma once

#include "exchange/import/importtext.h"
#include "exchange/json/readjson.h"
#include "exchange/json/writejson.h"

#include <QStringList>
#include <QTest>

/// The document of an imported text as compact JSON; the error's text where nothing could be read.
inline QString importedJson(const braketeer::core::Result<braketeer::exchange::Imported> &imported)
{
    using namespace braketeer::exchange;
    return imported ? QString::fromUtf8(writeJson(imported->spec.root(), JsonForm::Compact))
                    : QStringLiteral("error: ") + imported.error().text();
}

/// The findings' ids in their order.
inline QStringList findingIds(const braketeer::exchange::Imported &imported)
{
    QStringList ids;
    for (const braketeer::job::Finding &finding : imported.findings)
        ids << finding.id;
    return ids;
}

inline const braketeer::job::Finding *findingOf(const braketeer::exchange::Imported &imported, const QString &id)
{
    for (const braketeer::job::Finding &finding : imported.findings) {
        if (finding.id == id)
            return &finding;
    }
    return nullptr;
}

/// One row of a table of texts: what it is read as, and the document, as JSON.
inline void addText(const char *name, const char *format, const QString &text, const QString &json)
{
    QTest::newRow(name) << QString::fromLatin1(format) << text << json;
}

inline void addTextColumns()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("json");
}

inline void compareText()
{
    QFETCH(const QString, format);
    QFETCH(const QString, text);
    QFETCH(const QString, json);
    const auto imported = braketeer::exchange::importText(text.toUtf8());
    QVERIFY2(imported, qPrintable(importedJson(imported)));
    QCOMPARE(imported->format, format);
    const auto wanted = braketeer::exchange::readJson(json.toUtf8());
    QVERIFY(wanted);
    QVERIFY2(imported->spec.root() == *wanted, qPrintable(importedJson(imported)));
}
