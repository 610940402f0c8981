#include "archive/pack/walk.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::archive {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pack)
};

constexpr qsizetype deepest = 200;

} // namespace

Walk::Walk(QByteArray folder, const PackOptions &options, Stop stop, PackPlan &plan)
    : m_folder(std::move(folder))
    , m_mostFiles(options.mostFiles)
    , m_stop(std::move(stop))
    , m_plan(plan)
    , m_ignoring(m_folder, options)
{
}

core::Result<> Walk::run()
{
    const auto top = targetAt(m_folder);
    if (!top || !top->readable)
        return core::fail(Error::Kind::Usage,
                          Text::tr("The folder %1 cannot be read: its permissions forbid it.").arg(m_plan.place));
    m_plan.files.append({.path = m_plan.root, .onDisk = m_folder, .folder = true, .identity = top->identity});
    m_parents.append(top->identity);
    return enter({{}, m_folder});
}

core::Result<> Walk::enter(const Folder &folder)
{
    const auto names = namesIn(folder.onDisk);
    if (!names) {
        refuse(WarningKind::NotPacked, folder.path,
               Text::tr("The folder “%1” cannot be read: its permissions forbid it."));
        return {};
    }
    m_ignoring.enter(folder.path, *names);
    for (const QByteArray &name : *names) {
        if (m_stop.stop_requested())
            return core::fail(stopped());
        const QByteArray path = folder.path.isEmpty() ? name : folder.path + '/' + name;
        if (auto visited = visit(path, folder.onDisk + '/' + name); !visited)
            return visited;
    }
    m_ignoring.leave();
    return {};
}

core::Result<> Walk::visit(const QByteArray &path, const QByteArray &onDisk)
{
    const auto entry = entryAt(onDisk);
    if (!entry)
        return {}; // gone since the folder was read
    if (auto ignored = m_ignoring.judge(path, onDisk, entry->kind == DiskEntry::Kind::Folder)) {
        m_plan.ignored.append(std::move(*ignored));
        return {};
    }
    if (!path.isValidUtf8()) {
        refuse(WarningKind::NameNotUtf8, path,
               Text::tr("The name of “%1” is not UTF-8, so the container could not be told of it: rename it."));
        return {};
    }
    return entry->kind == DiskEntry::Kind::Link ? follow(path, onDisk) : add(path, onDisk, *entry);
}

/// Links are replaced by what they lead to. Source: amazon-braket-sdk, tar with dereference, since links that lead out
/// of the archive would lead nowhere in the container.
core::Result<> Walk::follow(const QByteArray &path, const QByteArray &onDisk)
{
    const QByteArray target = realPath(onDisk);
    const auto entry = target.isEmpty() ? std::nullopt : entryAt(target);
    if (!entry) {
        refuse(WarningKind::LinkOutside, path,
               Text::tr("The link “%1” leads nowhere: delete it, or name it in .gitignore."));
        return {};
    }
    if (target != m_folder && !target.startsWith(m_folder + '/')) {
        refuse(WarningKind::LinkOutside, path,
               Text::tr("The link “%1” leads out of the folder: put a copy in its place, or name it in .gitignore."));
        return {};
    }
    if (entry->kind == DiskEntry::Kind::Folder && isAmongParents(entry->identity)) {
        refuse(WarningKind::LinkOutside, path,
               Text::tr("The link “%1” leads to a folder that it is in itself, round and round: delete it, or name it "
                        "in .gitignore."));
        return {};
    }
    return add(path, target, *entry);
}

core::Result<> Walk::add(const QByteArray &path, const QByteArray &onDisk, const DiskEntry &entry)
{
    if (entry.kind == DiskEntry::Kind::Special || entry.kind == DiskEntry::Kind::Link) {
        refuse(WarningKind::SpecialFile, path,
               Text::tr("“%1” is a device, a pipe or a socket, and no file: move it out of the folder, or name it in "
                        ".gitignore."));
        return {};
    }
    if (!entry.readable) {
        refuse(WarningKind::NotPacked, path,
               Text::tr("“%1” cannot be read: its permissions forbid it. Change them, or name it in .gitignore."));
        return {};
    }
    if (m_plan.files.size() >= m_mostFiles)
        return core::fail(Error::Kind::Usage,
                          Text::tr("There are more than %1 files in %2: is that the folder of the script?")
                              .arg(m_mostFiles)
                              .arg(m_plan.place));
    const bool folder = entry.kind == DiskEntry::Kind::Folder;
    m_plan.files.append({.path = m_plan.root + u'/' + QString::fromUtf8(path),
                         .onDisk = onDisk,
                         .folder = folder,
                         .executable = !folder && entry.executable,
                         .size = folder ? 0 : entry.identity.size,
                         .identity = entry.identity});
    m_plan.totalSize += m_plan.files.last().size;
    if (!folder)
        return {};
    if (m_parents.size() >= deepest)
        return core::fail(Error::Kind::Usage, Text::tr("The folder “%1” is too deep.").arg(QString::fromUtf8(path)));
    m_parents.append(entry.identity);
    auto entered = enter({path, onDisk});
    m_parents.removeLast();
    return entered;
}

bool Walk::isAmongParents(const FileIdentity &identity) const
{
    return std::ranges::any_of(m_parents, [&](const FileIdentity &parent) {
        return parent.device == identity.device && parent.inode == identity.inode;
    });
}

void Walk::refuse(WarningKind kind, const QByteArray &path, const QString &message)
{
    const QString shown = QString::fromUtf8(path);
    m_plan.warnings.append({kind, QStringLiteral("V16"), Severity::Error, shown, message.arg(shown)});
}

} // namespace braketeer::archive
