#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace braketeer::store {

/// One file of the folder of templates, as it is on disk.
struct TemplateFile
{
    QString name; ///< without folder and suffix: "bell-pair"
    QString path;
    QByteArray bytes;
};

/// The templates in `folder`, by name: files that end in .yaml, .yml or .json, up to 1 MiB. Empty when there is no
/// such folder; what cannot be read is left out.
QList<TemplateFile> readTemplateFiles(const QString &folder);

/// Keeps `bytes` as a file named after `title` ("Bell pair, mine" becomes bell-pair-mine.yaml), of mode 0600, as a
/// whole or not at all; makes the folder. Gives the path. Fails with Store: there is one of that name, or the disk
/// says no.
core::Result<QString> writeTemplateFile(const QString &folder, const QString &title, const QByteArray &bytes);

} // namespace braketeer::store
