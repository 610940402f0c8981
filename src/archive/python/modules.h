#pragma once

#include "archive/contents.h"

namespace braketeer::archive::python {

/// A Python file of an archive, seen from the top of the archive as the container unpacks it.
struct Module
{
    enum class Kind {
        Plain,
        Package, ///< an `__init__.py`: its functions can be named, but it cannot be run
        Main,    ///< a `__main__.py`: what runs when its package is started
    };

    Kind kind = Kind::Plain;
    QString name;         ///< "package.module"; empty when no import finds it
    QString path;         ///< tidied: no "./" in it
    qsizetype member = 0; ///< its index in ArchiveContents::members
    QString why;          ///< one translated sentence, when `name` is empty
};

/// Every Python file, in the order of the paths. Of two members with one path the later counts, as in unpacking.
/// Source: docs.python.org/3.12, "The import system": a package stands before a module, and a module before a folder
/// without `__init__.py`, of the same name.
QList<Module> modules(const ArchiveContents &contents);

/// Whether `word` can be a part of an entry point: what job::check takes for an identifier.
bool isIdentifier(QStringView word);

/// A member's path without "./" and double slashes; empty when it is absolute or leads upwards.
QString tidyPath(const QString &path);

} // namespace braketeer::archive::python
