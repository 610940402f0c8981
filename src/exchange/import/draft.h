#pragma once

#include "core/result.h"
#include "exchange/filereader.h"
#include "exchange/import/references.h"
#include "job/findings.h"
#include "job/value.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace braketeer::exchange {

/// The text that is being imported, and what its reading needs.
struct ImportSource
{
    ImportSource(QByteArray bytes, FileReader reader);

    QByteArray utf8; ///< without a byte-order mark
    QString text;    ///< the same, every line end a newline
    FileReader files;
    References references;
};

/// One job as a reader found it: still with the references' stand-ins, with names of older days.
struct ImportDraft
{
    QString format; ///< where it is more particular than the reader's own: "getjob"
    job::Value root = job::Value::map();
    job::Findings findings;
    QHash<QString, QString> known;         ///< what the text assigns to variables, stand-ins included
    QHash<QString, QStringList> arguments; ///< of options that could not be read for what they leave open, by member
    QString profile;
    QString region;
    QString endpointUrl;
    QStringList missingFiles;
};

using ImportDrafts = core::Result<QList<ImportDraft>>;

} // namespace braketeer::exchange
