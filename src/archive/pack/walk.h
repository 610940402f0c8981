#pragma once

#include "archive/pack.h"
#include "archive/pack/disk.h"
#include "archive/pack/ignoring.h"

namespace braketeer::archive {

/// Fills a plan with what is below its folder. Used once.
class Walk final
{
public:
    /// `folder`: absolute, without links, as the operating system has it.
    Walk(QByteArray folder, const PackOptions &options, Stop stop, PackPlan &plan);

    /// Fails with Cancelled, or Usage when there are too many files.
    core::Result<> run();

private:
    struct Folder
    {
        QByteArray path;   ///< relative to the folder that is packed; empty at the top
        QByteArray onDisk; ///< absolute, without links
    };

    core::Result<> enter(const Folder &folder);
    core::Result<> visit(const QByteArray &path, const QByteArray &onDisk);
    core::Result<> add(const QByteArray &path, const QByteArray &onDisk, const DiskEntry &entry);
    core::Result<> follow(const QByteArray &path, const QByteArray &onDisk);
    void refuse(WarningKind kind, const QByteArray &path, const QString &message);
    bool isAmongParents(const FileIdentity &identity) const;

    const QByteArray m_folder;
    const int m_mostFiles;
    const Stop m_stop;
    PackPlan &m_plan;
    Ignoring m_ignoring;
    QList<FileIdentity> m_parents; ///< the folders that are being walked, against links in a circle
};

} // namespace braketeer::archive
