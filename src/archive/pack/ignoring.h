#pragma once

#include "archive/ignore/gitignore.h"
#include "archive/pack.h"

#include <QByteArrayList>

namespace braketeer::archive {

/// Why a path of a folder stays out of its archive, while the folder is walked from the top.
class Ignoring final
{
public:
    /// `folder`: absolute, without links. The `.gitignore` files above it count as far up as its repository goes.
    Ignoring(const QByteArray &folder, const PackOptions &options);

    /// Reads the `.gitignore` of a folder that is entered; leave() forgets it. `path` is relative, empty for the top.
    void enter(const QByteArray &path, const QByteArrayList &names);
    void leave();

    /// `path` is relative to the folder; `onDisk` its absolute name. Null: it goes in.
    std::optional<IgnoredPath> judge(const QByteArray &path, const QByteArray &onDisk, bool folder) const;

private:
    struct Level
    {
        QByteArray base; ///< its folder, relative to the top of the repository, with a slash at its end
        ignore::Gitignore rules;
        bool present = false;
    };

    bool isOutput(const QByteArray &onDisk) const;

    QByteArray m_folder;
    QByteArray m_fromTop; ///< the folder, relative to the top of the repository, with a slash at its end, or empty
    QByteArray m_output;  ///< absolute, or empty
    bool m_useGitignore;
    QList<Level> m_levels;
};

} // namespace braketeer::archive
