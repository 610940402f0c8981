#include "archive/ignore/builtin.h"

#include <algorithm>
#include <array>

namespace braketeer::archive::ignore {

std::optional<IgnoreReason> builtinReason(QByteArrayView name)
{
    static constexpr std::array control{".git", ".hg", ".svn", ".bzr", "_darcs", ".jj"};
    static constexpr std::array caches{
        "__pycache__",  ".pytest_cache", ".mypy_cache", ".ruff_cache", ".ipynb_checkpoints",
        "node_modules", ".tox",          ".nox",        ".hypothesis", ".eggs",
        ".pytype",      ".pyre",         ".DS_Store",   "Thumbs.db",
    };
    const auto is = [name](const char *known) { return name == QByteArrayView(known); };
    if (std::ranges::any_of(control, is))
        return IgnoreReason::VersionControl;
    if (std::ranges::any_of(caches, is))
        return IgnoreReason::Cache;
    return {};
}

} // namespace braketeer::archive::ignore
