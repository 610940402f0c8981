#include "archive/python/modules.h"

#include "archive/python/standardlibrary.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::archive::python {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EntryPoints)
};

using Files = QMap<QString, qsizetype>; ///< path → index of the member

Files filesOf(const ArchiveContents &contents)
{
    Files files;
    for (qsizetype i = 0; i < contents.members.size(); ++i) {
        const ArchiveMember &member = contents.members[i];
        if (member.type != MemberType::File && member.type != MemberType::HardLink)
            continue;
        if (const QString path = tidyPath(member.path); !path.isEmpty())
            files.insert(path, i);
    }
    return files;
}

/// Why no import gets through the folders above a file; empty when it does.
QString whyNoFolder(const QStringList &folders, const Files &files)
{
    QString place;
    for (const QString &folder : folders) {
        place += place.isEmpty() ? folder : u'/' + folder;
        if (!isIdentifier(folder))
            return Text::tr("The folder “%1” cannot be part of an entry point: only letters, digits and _ may be in "
                            "its name, and no digit at its start.")
                .arg(folder);
        if (files.contains(place + u".py"_s) && !files.contains(place + u"/__init__.py"_s))
            return Text::tr("Python takes “%1” for the module %1.py, which stands beside the folder.").arg(folder);
    }
    return {};
}

QString whyNoModule(const QString &stem, const QString &placeOfFile, const Files &files)
{
    if (!isIdentifier(stem))
        return stem.contains(u'-')
                   ? Text::tr("“%1” has a hyphen in its name, which no module name may have: use _ instead.").arg(stem)
                   : Text::tr(
                         "“%1” is no module name: only letters, digits and _ may be in it, and no digit at its start.")
                         .arg(stem);
    if (files.contains(placeOfFile + u"/__init__.py"_s))
        return Text::tr("Python takes “%1” for the package, the folder of the same name.").arg(stem);
    return {};
}

Module moduleAt(const QString &path, qsizetype member, const Files &files)
{
    Module module;
    module.path = path;
    module.member = member;
    QStringList parts = path.chopped(3).split(u'/');
    if (parts.last() == "__init__"_L1)
        module.kind = Module::Kind::Package;
    else if (parts.last() == "__main__"_L1)
        module.kind = Module::Kind::Main;
    if (module.kind != Module::Kind::Plain && parts.size() == 1) {
        module.why = Text::tr("The top of the archive is no package, so nothing names its %1.").arg(path);
        return module;
    }
    const QStringList folders = parts.first(parts.size() - 1);
    module.why = whyNoFolder(folders, files);
    if (module.why.isEmpty() && module.kind == Module::Kind::Plain)
        module.why = whyNoModule(parts.last(), path.chopped(3), files);
    if (module.why.isEmpty() && isStandardModule(parts.first().toUtf8()))
        module.why = Text::tr("Python has a module “%1” of its own, which is found before the one in the archive: "
                              "rename it.")
                         .arg(parts.first());
    if (!module.why.isEmpty())
        return module;
    if (module.kind != Module::Kind::Plain)
        parts.removeLast();
    if (parts.size() > 1 && parts.last() == "py"_L1)
        module.why = Text::tr("A module called “py” looks like a file's extension in an entry point: rename it.");
    else
        module.name = parts.join(u'.');
    return module;
}

} // namespace

bool isIdentifier(QStringView word)
{
    if (word.isEmpty() || word.front().isDigit())
        return false;
    return std::ranges::all_of(word, [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c.isSurrogate(); });
}

QString tidyPath(const QString &path)
{
    if (path.startsWith(u'/'))
        return {};
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    parts.removeAll(u"."_s);
    return parts.contains(u".."_s) ? QString() : parts.join(u'/');
}

QList<Module> modules(const ArchiveContents &contents)
{
    const Files files = filesOf(contents);
    QList<Module> found;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        if (file.key().endsWith(".py"_L1))
            found << moduleAt(file.key(), file.value(), files);
    }
    return found;
}

} // namespace braketeer::archive::python
