#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>
#include <utility>

namespace braketeer::sandbox {

/// The file that several sandboxes may keep their state in, one after the other or at once. Replaced whole and
/// atomically, readable by its owner only.
class StateFile
{
public:
    /// Empty: none; then there is never a change to read, and writing does nothing.
    explicit StateFile(QString path);

    bool isNamed() const { return !m_path.isEmpty(); }

    /// The content, if it is not what was last read or written here. Empty where there is no file.
    std::optional<QByteArray> readChange();

    /// Keeps other sandboxes from writing as long as the result lives; null when that took too long.
    std::unique_ptr<QLockFile> lock() const;

    void write(const QByteArray &bytes);

    /// Renames the file to `<path>.damaged` (then `.damaged-2` …), and gives its new name. Fails with Store.
    core::Result<QString> keepAside();

private:
    /// What tells one content of the file from another without reading it.
    using Stamp = std::pair<quint64, qint64>;
    std::optional<Stamp> stamp() const;

    const QString m_path;
    std::optional<Stamp> m_known;
};

} // namespace braketeer::sandbox
