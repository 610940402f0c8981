#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace braketeer::archive::checks {

/// One line of a requirements.txt that asks for something.
struct RequirementLine
{
    enum class Kind {
        Pinned,         ///< name==1.2
        Unpinned,       ///< name, name>=1.2, name==1.*
        Index,          ///< --index-url, --extra-index-url, --find-links
        Editable,       ///< -e …
        VersionControl, ///< git+https://…, also behind "name @"
        Path,           ///< a file, a folder, an archive's URL, or another list: -r, -c
    };

    Kind kind = Kind::Unpinned;
    int number = 0; ///< from 1: where the line starts
    QString text;   ///< without comment, lines joined

    bool operator==(const RequirementLine &) const = default;
};

/// Reads what pip reads: comments, lines joined by a backslash, options. Other options (--pre …) are left out.
/// Source: pip.pypa.io, "Requirements File Format".
QList<RequirementLine> readRequirements(QByteArrayView text);

/// The same text with `user:password@` taken out of its URLs: warnings end up in reports.
QString withoutPassword(const QString &text);

} // namespace braketeer::archive::checks
