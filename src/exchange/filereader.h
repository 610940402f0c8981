#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace braketeer::exchange {

/// Reads the file that an argument names, as bytes. Pure code gets its files through one of these, so that tests (and
/// pasted commands) can answer with something else than the disk.
using FileReader = std::function<core::Result<QByteArray>(const QString &path)>;

/// No file that an argument names may be larger, in bytes.
inline constexpr qint64 maximumArgumentFileBytes = 16 * 1024 * 1024;

/// Reads from the disk, relative to the working directory, after expandPath(). Fails (Kind::Usage) when the file
/// cannot be read or has more than maximumArgumentFileBytes.
core::Result<QByteArray> readLocalFile(const QString &path);

/// A path as the AWS CLI understands it: `~` and `~name` at its start, then `$NAME` and `${NAME}` anywhere; what is not
/// known stays as it is. Source: awscli paramfile.py, get_file (os.path.expanduser, then expandvars).
QString expandPath(const QString &path);

/// What an argument "file://path" or "fileb://path" stands for, null for every other argument. As the AWS CLI reads
/// them: file:// is text (UTF-8, every line end becomes a newline), fileb:// is taken byte for byte. Unlike it, a
/// fileb:// must hold UTF-8 too: no member of CreateJob takes bytes.
std::optional<core::Result<QString>> readReference(const QString &argument, const FileReader &readFile);

} // namespace braketeer::exchange
