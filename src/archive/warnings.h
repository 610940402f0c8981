#pragma once

#include "archive/contents.h"

#include <QObject>

namespace braketeer::archive {
Q_NAMESPACE

enum class Severity {
    Error,   ///< certain to fail in the container, or unsafe to unpack
    Warning, ///< odd but possible
    Info,    ///< worth knowing
};

enum class WarningKind {
    // V12: the archive and the entry point's first part
    EntryPointRoot,
    FlatLayout,
    NothingToRun,
    // V13: the entry point's module and function
    EntryPointModule,
    EntryPointFunction,
    // V15: the archive as a file
    WrongName,
    NotGzip,
    Damaged,
    Encrypted,
    // V16: members that nobody should unpack
    AbsolutePath,
    ParentPath,
    LinkOutside,
    LinkInside,
    SpecialFile,
    DuplicateName,
    NameNotUtf8,
    NameTooLong,
    // V17: what pip will be told
    RequirementsNotAtTop,
    SeveralRequirements,
    UnpinnedRequirement,
    PrivateIndex,
    EditableRequirement,
    RequirementFromVersionControl,
    RequirementFromPath,
    RequirementsUnreadable,
    // V18: what only one Python can read
    Bytecode,
    Pickle,
    OtherPythonsBinary,
    // V19: weight
    TooLarge,
    HighRatio,
    TooManyMembers,
    VersionControlInside,
    VirtualEnvironmentInside,
    CachesInside,
    CheckpointsInside,
    NotLookedAtWhole,
    // while planning an archive
    NotPacked,
};
Q_ENUM_NS(WarningKind)

/// One thing to say about an archive. `rule` is the pre-submission check it belongs to.
struct Warning
{
    WarningKind kind;
    QString rule; ///< "V12" … "V19"
    Severity severity = Severity::Warning;
    QString path;    ///< the member it is about (the first, where several have the same trouble), or empty
    QString message; ///< one translated sentence: what, why, what to do

    bool operator==(const Warning &) const = default;
};

using Warnings = QList<Warning>;

/// Everything that can be said about an archive without running it, the worst first. Members with the same trouble
/// share one warning, so that a virtual environment of ten thousand files gives one sentence. Pure; any thread.
Warnings inspect(const ArchiveContents &contents);

/// Whether `entryPoint` ("package.module" or "package.module:function") can be found in the archive: V12 for the first
/// part, V13 for module and function. Its spelling is job::check's business (V11): one that is not well spelt gives
/// nothing here. Where the archive was not looked at whole, nothing is certain, and errors become warnings.
/// Source: amazon-braket-containers, src/braket_container.py, extract_customer_code().
Warnings checkEntryPoint(const ArchiveContents &contents, const QString &entryPoint);

/// "error", "warning", "info": the words of `braketeer-cli check`.
QString severityName(Severity severity);
/// The kind as a word for programs: "absolutePath".
QString kindName(WarningKind kind);

} // namespace braketeer::archive
