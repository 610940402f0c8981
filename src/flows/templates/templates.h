#pragma once

#include "core/result.h"
#include "exchange/template/jobtemplate.h"

#include <QList>
#include <QProcessEnvironment>
#include <QString>

namespace braketeer::flows {

/// One template that a person can choose.
struct TemplateEntry
{
    QString id;   ///< what `template show` takes: the file's name without suffix
    QString path; ///< of the file; empty for those that come with the program
    exchange::JobTemplate content;

    bool isBuiltIn() const { return path.isEmpty(); }
};

struct TemplateList
{
    QList<TemplateEntry> entries; ///< the person's own first, then those that come with the program
    QStringList troubles;         ///< translated: files that are no templates, and why
};

/// The folder of the person's own templates: `templates` in the data folder.
QString templatesFolder(const QProcessEnvironment &environment);

/// All templates: those in `folder` (templatesFolder()) and those that come with the program. One of a
/// person's own hides one of the program's with the same id. Reads small files, synchronously.
TemplateList listTemplates(const QString &folder);

/// The template of this id, or else in this file. Fails with Usage: there is none, or the file is none.
core::Result<TemplateEntry> findTemplate(const QString &folder, const QString &idOrFile);

/// Keeps a document as a template without places in the person's folder and gives the path; places are put in with an
/// editor (docs/templates.md). The client token stays behind. Fails with Store.
core::Result<QString> saveTemplate(const QString &folder, const job::JobSpec &spec, const QString &name,
                                   const QString &description);

/// Copies a template file that somebody shared into the person's folder and gives the path. Fails with Usage when it
/// is no template, with Store when there is one of its name.
core::Result<QString> addTemplateFile(const QString &folder, const QString &file);

} // namespace braketeer::flows
