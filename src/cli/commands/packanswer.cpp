#include "cli/commands/packanswer.h"

namespace braketeer::cli {
namespace {

using job::Value;

QString reasonName(archive::IgnoreReason reason)
{
    switch (reason) {
    case archive::IgnoreReason::Gitignore:
        return QStringLiteral("gitignore");
    case archive::IgnoreReason::VersionControl:
        return QStringLiteral("versionControl");
    case archive::IgnoreReason::VirtualEnvironment:
        return QStringLiteral("virtualEnvironment");
    case archive::IgnoreReason::Cache:
        return QStringLiteral("cache");
    case archive::IgnoreReason::Output:
        break;
    }
    return QStringLiteral("output");
}

QString formatName(archive::Format format)
{
    switch (format) {
    case archive::Format::TarGz:
        return QStringLiteral("tar.gz");
    case archive::Format::Tar:
        return QStringLiteral("tar");
    case archive::Format::Zip:
        return QStringLiteral("zip");
    case archive::Format::PythonFile:
        return QStringLiteral("py");
    case archive::Format::OtherArchive:
    case archive::Format::Unknown:
        break;
    }
    return QStringLiteral("other");
}

QString typeName(archive::MemberType type)
{
    switch (type) {
    case archive::MemberType::File:
        return QStringLiteral("file");
    case archive::MemberType::Folder:
        return QStringLiteral("folder");
    case archive::MemberType::SymbolicLink:
        return QStringLiteral("link");
    case archive::MemberType::HardLink:
        return QStringLiteral("hardLink");
    case archive::MemberType::Device:
    case archive::MemberType::Fifo:
    case archive::MemberType::Socket:
    case archive::MemberType::Other:
        break;
    }
    return QStringLiteral("special");
}

Value ignoredAnswer(const QList<archive::IgnoredPath> &ignored)
{
    auto list = Value::list();
    for (const archive::IgnoredPath &path : ignored) {
        auto row = Value::map();
        row.insert(QStringLiteral("path"), Value::text(path.folder ? path.path + u'/' : path.path));
        row.insert(QStringLiteral("reason"), Value::text(reasonName(path.reason)));
        row.insert(QStringLiteral("rule"), Value::text(path.rule));
        list.items() << row;
    }
    return list;
}

Value findingsOf(const archive::Warnings &warnings)
{
    auto list = Value::list();
    for (const archive::Warning &warning : warnings) {
        auto row = Value::map();
        row.insert(QStringLiteral("id"), Value::text(warning.rule));
        row.insert(QStringLiteral("kind"), Value::text(archive::kindName(warning.kind)));
        row.insert(QStringLiteral("severity"), Value::text(archive::severityName(warning.severity)));
        row.insert(QStringLiteral("path"), Value::text(warning.path));
        row.insert(QStringLiteral("message"), Value::text(warning.message));
        list.items() << row;
    }
    return list;
}

void insertEntryPoints(Value &answer, const archive::EntryPoints &entryPoints)
{
    auto candidates = Value::list();
    for (const archive::EntryPoint &entryPoint : entryPoints.candidates) {
        auto row = Value::map();
        row.insert(QStringLiteral("entryPoint"), Value::text(entryPoint.text));
        row.insert(QStringLiteral("path"), Value::text(entryPoint.path));
        if (entryPoint.line > 0)
            row.insert(QStringLiteral("line"), Value::number(entryPoint.line));
        row.insert(QStringLiteral("why"), Value::text(archive::describe(entryPoint)));
        candidates.items() << row;
    }
    auto others = Value::list();
    for (const archive::NoEntryPoint &other : entryPoints.others) {
        auto row = Value::map();
        row.insert(QStringLiteral("path"), Value::text(other.path));
        row.insert(QStringLiteral("why"), Value::text(other.why));
        others.items() << row;
    }
    answer.insert(QStringLiteral("entryPoints"), std::move(candidates));
    answer.insert(QStringLiteral("others"), std::move(others));
}

} // namespace

Value packAnswer(const flows::PackPreview &preview, const std::optional<archive::Packed> &packed, bool withEntryPoints)
{
    auto answer = Value::map();
    if (packed) {
        answer.insert(QStringLiteral("archive"), Value::text(packed->path));
        answer.insert(QStringLiteral("size"), Value::number(packed->size));
        answer.insert(QStringLiteral("sha256"), Value::text(QString::fromLatin1(packed->sha256.toHex())));
    }
    answer.insert(QStringLiteral("root"), Value::text(preview.plan.root));
    answer.insert(QStringLiteral("unpackedSize"), Value::number(preview.plan.totalSize));
    auto files = Value::list();
    for (const archive::PlannedFile &file : preview.plan.files) {
        if (file.folder)
            continue;
        auto row = Value::map();
        row.insert(QStringLiteral("path"), Value::text(file.path));
        row.insert(QStringLiteral("size"), Value::number(file.size));
        files.items() << row;
    }
    answer.insert(QStringLiteral("files"), std::move(files));
    answer.insert(QStringLiteral("ignored"), ignoredAnswer(preview.plan.ignored));
    if (withEntryPoints)
        insertEntryPoints(answer, preview.entryPoints);
    answer.insert(QStringLiteral("findings"), findingsOf(preview.warnings));
    return answer;
}

Value insideAnswer(const flows::Inside &inside)
{
    const archive::ArchiveContents &contents = inside.contents;
    auto answer = Value::map();
    answer.insert(QStringLiteral("name"), Value::text(contents.name));
    answer.insert(QStringLiteral("format"), Value::text(formatName(contents.format)));
    answer.insert(QStringLiteral("size"), Value::number(contents.packedSize));
    answer.insert(QStringLiteral("unpackedSize"), Value::number(contents.unpackedSize));
    answer.insert(QStringLiteral("complete"), Value::boolean(!contents.truncated && contents.damage.isEmpty()));
    auto files = Value::list();
    for (const archive::ArchiveMember &member : contents.members) {
        auto row = Value::map();
        row.insert(QStringLiteral("path"), Value::text(member.path));
        row.insert(QStringLiteral("type"), Value::text(typeName(member.type)));
        row.insert(QStringLiteral("size"), Value::number(member.size));
        files.items() << row;
    }
    answer.insert(QStringLiteral("files"), std::move(files));
    insertEntryPoints(answer, inside.entryPoints);
    answer.insert(QStringLiteral("findings"), findingsOf(inside.warnings));
    return answer;
}

} // namespace braketeer::cli
