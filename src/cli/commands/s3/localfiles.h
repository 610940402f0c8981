#pragma once

#include "core/result.h"

#include <QFileInfo>
#include <QString>

#include <optional>
#include <vector>

/// Walks a folder for `s3 cp --recursive`. Not for use outside this folder.
namespace braketeer::cli {

struct LocalFile
{
    QString path;     ///< below the folder as it was named
    QString relative; ///< to that folder, with slashes
};

/// All files of a folder and of those in it, hidden ones too, one after another: in the order in which S3 lists their
/// keys, as the AWS CLI does. Links are followed. Keeps the names of the folders on the way and nothing else.
class LocalFiles final
{
public:
    explicit LocalFiles(const QString &folder);

    /// The next file. An error is about one that is left out (Usage: no file, a link to nothing or in a circle, a
    /// folder that may not be read): the others follow. Null at the end.
    std::optional<core::Result<LocalFile>> next();

private:
    struct Level
    {
        QString path;
        QString relative; ///< empty, or ends with '/'
        QString canonical;
        QStringList names; ///< those of folders end with '/'
        qsizetype at = 0;
    };

    std::optional<core::Error> enter(const QString &path, const QString &relative);

    std::vector<Level> m_levels;
    std::optional<core::Error> m_failed; ///< of the outermost folder
};

} // namespace braketeer::cli
