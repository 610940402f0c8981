#pragma once

#include "exchange/import/importtext.h"
#include "exchange/json/readjson.h"
#include "exchange/json/writejson.h"

#include <QByteArrayView>

/// Reads the input as each of the formats. What came out can be written, and is read again as the same.
inline void fuzzImport(QByteArrayView input, std::initializer_list<const char *> formats)
{
    using namespace braketeer;
    using namespace Qt::StringLiterals;
    exchange::ImportOptions options;
    options.index = 0;
    options.files = [](const QString &path) -> core::Result<QByteArray> {
        return path.size() % 2 == 0 ? core::Result<QByteArray>("{\"a\": \"b\"}"_ba)
                                    : core::fail(core::Error::Kind::Usage, path);
    };
    for (const char *format : formats) {
        if (format)
            options.format = QString::fromLatin1(format);
        else
            options.format.reset();
        const auto imported = exchange::importText(input, options);
        if (!imported) {
            if (imported.error().message.isEmpty())
                qFatal("An error says nothing.");
            continue;
        }
        const job::Value &root = imported->spec.root();
        const auto again = exchange::readJson(exchange::writeJson(root, exchange::JsonForm::Compact));
        if (!again || *again != root)
            qFatal("What was imported cannot be written: %s",
                   exchange::writeJson(root, exchange::JsonForm::Compact).constData());
        for (const job::Finding &finding : imported->findings) {
            if (finding.message.isEmpty() || finding.id.isEmpty())
                qFatal("A finding says nothing.");
        }
    }
}
