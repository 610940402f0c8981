#include "archive/checks/families.h"
#include "archive/wanted.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace braketeer::archive::checks {
namespace {

/// Whether a wheel or an extension module is made for something else than Python 3.12 on Linux.
/// Source: packaging.python.org, "Platform compatibility tags"; PEP 3149.
bool isForeign(const QString &name)
{
    if (name.endsWith(".pyd"_L1) || name.endsWith(".dll"_L1) || name.endsWith(".dylib"_L1))
        return true;
    static const QRegularExpression wheel(uR"(-(?<python>[^-]+)-(?<abi>[^-]+)-(?<platform>[^-]+)\.whl$)"_s);
    if (const auto tags = wheel.match(name); tags.hasMatch()) {
        const QString platform = tags.captured(u"platform"_s);
        const QString python = tags.captured(u"python"_s);
        const bool anyVersion = python.contains("py3"_L1) || tags.captured(u"abi"_s) == "abi3"_L1;
        return (!anyVersion && !python.contains("cp312"_L1))
               || (platform != "any"_L1 && !platform.contains("linux"_L1));
    }
    static const QRegularExpression module(uR"(\.cpython-(?<version>\d+)[^/]*\.so$)"_s);
    const auto tag = module.match(name);
    return tag.hasMatch() && (tag.captured(u"version"_s) != "312"_L1 || name.contains("darwin"_L1));
}

bool isPickle(const QString &name)
{
    return name.endsWith(".pkl"_L1) || name.endsWith(".pickle"_L1) || name.endsWith(".joblib"_L1)
           || name.endsWith(".dill"_L1);
}

} // namespace

void versions(const ArchiveContents &contents, Warnings &warnings)
{
    // Source: Braket developer guide, "Python 3.12 Upgrade": all images have Python 3.12 since January 2026.
    Group bytecode(WarningKind::Bytecode, "V18", Severity::Warning);
    Group pickles(WarningKind::Pickle, "V18", Severity::Info);
    Group foreign(WarningKind::OtherPythonsBinary, "V18", Severity::Warning);
    for (const ArchiveMember &member : contents.members) {
        if (member.type != MemberType::File)
            continue;
        const QString name = fileName(member.path).toString();
        if ((name.endsWith(".pyc"_L1) || name.endsWith(".pyo"_L1)) && !name.contains("cpython-312"_L1))
            bytecode.add(member.path);
        else if (isPickle(name))
            pickles.add(member.path);
        else if (isForeign(name))
            foreign.add(member.path);
    }
    bytecode.say(ArchiveText::tr("“%1” is bytecode, which only the Python that made it can read: Braket's images have "
                                 "Python 3.12."),
                 warnings);
    pickles.say(ArchiveText::tr("“%1” is a pickle: it can be read only with the classes and libraries it was made "
                                "with, and on Braket's images that is Python 3.12."),
                warnings);
    foreign.say(ArchiveText::tr("“%1” is made for another Python or another system than the images have (Python 3.12 "
                                "on Linux)."),
                warnings);
}

} // namespace braketeer::archive::checks
