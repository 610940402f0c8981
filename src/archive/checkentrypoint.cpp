#include "archive/python/modules.h"
#include "archive/python/outline.h"
#include "archive/python/standardlibrary.h"
#include "archive/warnings.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::archive {
namespace {

using python::Module;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EntryPoints)
};

QStringList topNames(const ArchiveContents &contents)
{
    QStringList names;
    for (const ArchiveMember &member : contents.members) {
        const QString first = python::tidyPath(member.path).section(u'/', 0, 0);
        if (!first.isEmpty() && !names.contains(first))
            names << first;
        if (names.size() > 1000)
            break;
    }
    return names;
}

class Check
{
public:
    Check(const ArchiveContents &contents, const QString &entryPoint)
        : m_contents(contents)
        , m_module(entryPoint.section(u':', 0, 0))
        , m_function(entryPoint.section(u':', 1))
        , m_callsFunction(entryPoint.contains(u':'))
    {
    }

    Warnings run()
    {
        const QStringList segments = m_module.split(u'.');
        if (!std::ranges::all_of(segments, python::isIdentifier)
            || (m_callsFunction && !python::isIdentifier(m_function)))
            return {};
        if (rootIsThere(segments.first()))
            checkModule();
        return m_warnings;
    }

private:
    /// Where not all was looked at, what was not seen may still be there.
    void say(WarningKind kind, const QString &rule, Severity severity, const QString &path, const QString &message)
    {
        if (severity == Severity::Error && (m_contents.truncated || !m_contents.damage.isEmpty()))
            severity = Severity::Warning;
        m_warnings.append({kind, rule, severity, path, message});
    }

    bool rootIsThere(const QString &root)
    {
        const QStringList names = topNames(m_contents);
        if (!names.contains(root) && !names.contains(root + u".py"_s)) {
            say(WarningKind::EntryPointRoot, u"V12"_s, Severity::Error, {},
                Text::tr("The entry point starts with “%1”, and the archive has no %1 at its top, only: %2.")
                    .arg(root, names.mid(0, 5).join(u", ")));
            return false;
        }
        if (!python::isStandardModule(root.toUtf8()))
            return true;
        say(WarningKind::EntryPointRoot, u"V12"_s, Severity::Warning, {},
            Text::tr("Python has a module “%1” of its own, which is found before the one in the archive: rename it.")
                .arg(root));
        return false;
    }

    void checkModule()
    {
        const QList<Module> modules = python::modules(m_contents);
        const QString path = QString(m_module).replace(u'.', u'/');
        const Module *package = nullptr;
        for (const Module &module : modules) {
            if (module.name == m_module && module.kind == Module::Kind::Package)
                package = &module;
            else if (module.name == m_module && (module.kind == Module::Kind::Plain || !m_callsFunction))
                return m_callsFunction ? checkFunction(module) : void();
            else if (module.name.isEmpty() && module.path == path + u".py"_s)
                return say(WarningKind::EntryPointModule, u"V12"_s, Severity::Error, module.path, module.why);
        }
        if (package && m_callsFunction)
            return checkFunction(*package);
        if (package)
            return say(
                WarningKind::EntryPointModule, u"V12"_s, Severity::Error, package->path,
                Text::tr("“%1” is a package without a __main__.py, so it cannot be started: name a module in it, "
                         "or a function.")
                    .arg(m_module));
        say(WarningKind::EntryPointModule, u"V12"_s, Severity::Error, {},
            Text::tr("There is no module “%1” in the archive: it would be %2.py.").arg(m_module, path));
    }

    void checkFunction(const Module &module)
    {
        const auto &text = m_contents.members[module.member].text;
        if (!text)
            return;
        const python::Outline outline = python::outline(*text);
        const QByteArray name = m_function.toUtf8();
        if (outline.fault != python::Fault::None)
            return say(WarningKind::EntryPointFunction, u"V13"_s, Severity::Warning, module.path,
                       Text::tr("Python cannot read %1: line %2 is broken.").arg(module.path).arg(outline.faultLine));
        const auto found = std::find_if(outline.functions.crbegin(), outline.functions.crend(),
                                        [&](const python::Function &function) { return function.name == name; });
        if (found != outline.functions.crend() && found->asynchronous)
            return say(WarningKind::EntryPointFunction, u"V13"_s, Severity::Warning, module.path,
                       Text::tr("The function “%1” is async: the container calls it and never waits for it, so nothing "
                                "of it runs.")
                           .arg(m_function));
        if (outline.names.contains(name) || outline.bindsUnknown)
            return;
        say(WarningKind::EntryPointFunction, u"V13"_s, Severity::Warning, module.path,
            Text::tr("%1 defines nothing called “%2” at its top level.").arg(module.path, m_function));
    }

    const ArchiveContents &m_contents;
    const QString m_module;
    const QString m_function;
    const bool m_callsFunction;
    Warnings m_warnings;
};

} // namespace

Warnings checkEntryPoint(const ArchiveContents &contents, const QString &entryPoint)
{
    return Check(contents, entryPoint).run();
}

} // namespace braketeer::archive
