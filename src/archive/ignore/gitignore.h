#pragma once

#include "archive/ignore/wildmatch.h"

#include <optional>

namespace braketeer::archive::ignore {

/// One line of a `.gitignore`.
struct IgnoreRule
{
    QByteArray text; ///< as it stands in the file
    int line = 0;    ///< from 1
    bool negated = false;
    bool foldersOnly = false;
    bool wholePath = false; ///< has a slash: counts from the folder of its file; else from any folder below
    QByteArray literal;     ///< what a whole path has to start with, before the first special character
    Wildmatch rest;         ///< and what must fit behind it

    bool matches(QByteArrayView path, bool folder) const;
};

/// A `.gitignore`, for paths below its folder.
///
/// Git's own rules, byte for byte, with two differences: what Git tracks already is ignored too, and neither
/// `.git/info/exclude` nor the user's own ignore file is read, because a colleague has others.
/// Source: gitignore(5).
class Gitignore final
{
public:
    static Gitignore parse(QByteArrayView text);

    /// The last line that fits, which is the one that counts; null when none does. `path` is relative to the file's
    /// folder, without a slash at its end. Whoever asks has asked for the folders above it before: below an ignored
    /// folder nothing can be taken back in.
    const IgnoreRule *find(QByteArrayView path, bool folder) const;

private:
    QList<IgnoreRule> m_rules;
};

} // namespace braketeer::archive::ignore
