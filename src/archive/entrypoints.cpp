#include "archive/entrypoints.h"

#include "archive/python/modules.h"
#include "archive/python/outline.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace braketeer::archive {
namespace {

using python::Module;
using python::Outline;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EntryPoints)
};

/// What people call the function that starts it all, the likeliest first.
const QList<QByteArrayView> &startingNames()
{
    static const QList<QByteArrayView> names{"main",    "start_here",     "run",         "start",   "train",
                                             "run_job", "run_hybrid_job", "entry_point", "execute", "job"};
    return names;
}

QString faultText(python::Fault fault)
{
    switch (fault) {
    case python::Fault::OpenString:
        return Text::tr("a string has no end");
    case python::Fault::OpenBracket:
        return Text::tr("a bracket is not closed");
    case python::Fault::WrongBracket:
        return Text::tr("a bracket is closed that is not open");
    case python::Fault::Indentation:
        return Text::tr("the indentation fits no line above");
    case python::Fault::Nesting:
        return Text::tr("it is nested too deeply");
    case python::Fault::Character:
    case python::Fault::None:
        break;
    }
    return Text::tr("there is a character that Python does not know");
}

/// Files that are there to test, set up or document others.
bool isSupport(const QString &path)
{
    const QStringList parts = path.split(u'/');
    const QString &file = parts.last();
    if (file.startsWith("test_"_L1) || file.endsWith("_test.py"_L1) || file == "conftest.py"_L1
        || file == "setup.py"_L1)
        return true;
    return std::any_of(parts.cbegin(), parts.cend() - 1, [](const QString &folder) {
        return folder == "test"_L1 || folder == "tests"_L1 || folder == "docs"_L1 || folder == "examples"_L1;
    });
}

/// Smaller is likelier.
auto rank(const EntryPoint &entryPoint)
{
    int order = int(entryPoint.reason);
    if (isSupport(entryPoint.path))
        order += 20;
    if (entryPoint.function.startsWith(u'_'))
        order += 10;
    const QString &own = entryPoint.function.isEmpty() ? entryPoint.module.section(u'.', -1) : entryPoint.function;
    const qsizetype known = startingNames().indexOf(own.toUtf8());
    return std::make_tuple(order, entryPoint.module.count(u'.'), known < 0 ? startingNames().size() : known,
                           entryPoint.path, entryPoint.line);
}

class Finder
{
public:
    explicit Finder(const ArchiveContents &contents) : m_contents(contents) { }

    EntryPoints find()
    {
        const QList<Module> modules = python::modules(m_contents);
        for (const Module &module : modules)
            look(module);
        std::ranges::stable_sort(m_found.candidates, {}, rank);
        return std::move(m_found);
    }

private:
    void look(const Module &module)
    {
        if (module.name.isEmpty()) {
            m_found.others << NoEntryPoint{module.path, module.why};
            return;
        }
        const auto &text = m_contents.members[module.member].text;
        Outline outline;
        outline.doesSomething = true; // as far as anybody knows, when the text was too large to read
        if (text)
            outline = python::outline(*text);
        if (outline.fault != python::Fault::None) {
            m_found.others << NoEntryPoint{module.path, Text::tr("Python cannot read the file: %1 (line %2).")
                                                            .arg(faultText(outline.fault))
                                                            .arg(outline.faultLine)};
            return;
        }
        if (module.kind != Module::Kind::Package)
            add(module, {}, 0, reasonOf(module, outline));
        if (module.kind != Module::Kind::Main)
            addFunctions(module, outline);
    }

    static EntryPoint::Reason reasonOf(const Module &module, const Outline &outline)
    {
        using Reason = EntryPoint::Reason;
        if (module.kind == Module::Kind::Main)
            return Reason::MainModule;
        if (outline.hasMainGuard)
            return Reason::MainGuard;
        return outline.doesSomething ? Reason::Script : Reason::Definitions;
    }

    void addFunctions(const Module &module, const Outline &outline)
    {
        QSet<QByteArray> seen;
        for (auto function = outline.functions.crbegin(); function != outline.functions.crend(); ++function) {
            if (seen.contains(function->name))
                continue; // defined again further down
            seen.insert(function->name);
            const QString name = QString::fromUtf8(function->name);
            if (const QString why = whyNot(*function); !why.isEmpty())
                m_found.others << NoEntryPoint{module.path, why};
            else if (!name.startsWith("__"_L1))
                add(module, name, function->line,
                    startingNames().contains(function->name) ? EntryPoint::Reason::MainFunction
                                                             : EntryPoint::Reason::Function);
        }
    }

    static QString whyNot(const python::Function &function)
    {
        const QString name = QString::fromUtf8(function.name);
        if (function.asynchronous)
            return Text::tr("The function “%1” is async: the container calls it and never waits for it, so nothing of "
                            "it runs.")
                .arg(name);
        const bool startsJobs = std::ranges::any_of(function.decorators, [](const QByteArray &decorator) {
            return decorator == "hybrid_job" || decorator.endsWith(".hybrid_job");
        });
        if (startsJobs)
            return Text::tr("The function “%1” is a @hybrid_job: to call it starts another job.").arg(name);
        return {};
    }

    void add(const Module &module, const QString &function, int line, EntryPoint::Reason reason)
    {
        EntryPoint entryPoint;
        entryPoint.module = module.name;
        entryPoint.function = function;
        entryPoint.text = function.isEmpty() ? module.name : module.name + u':' + function;
        entryPoint.path = module.path;
        entryPoint.line = line;
        entryPoint.reason = reason;
        m_found.candidates << entryPoint;
    }

    const ArchiveContents &m_contents;
    EntryPoints m_found;
};

} // namespace

EntryPoints findEntryPoints(const ArchiveContents &contents)
{
    return Finder(contents).find();
}

QString describe(const EntryPoint &entryPoint)
{
    switch (entryPoint.reason) {
    case EntryPoint::Reason::MainGuard:
        return Text::tr("does its work when started: if __name__ == \"__main__\"");
    case EntryPoint::Reason::MainModule:
        return Text::tr("the package can be started: it has a __main__.py");
    case EntryPoint::Reason::MainFunction:
        return Text::tr("a function with the name of a beginning");
    case EntryPoint::Reason::Script:
        return Text::tr("a script: does its work as it is read");
    case EntryPoint::Reason::Function:
        return Text::tr("a function");
    case EntryPoint::Reason::Definitions:
        return Text::tr("only defines things: nothing happens when it is started");
    }
    return {};
}

} // namespace braketeer::archive
