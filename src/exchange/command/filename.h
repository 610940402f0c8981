#pragma once

#include <QString>
#include <QStringView>

namespace braketeer::exchange {

/// The name of the file that holds the document of a job of this name: `<jobName>.json`.
///
/// Whatever the job is called, the name is ASCII letters, digits, hyphens, underscores and dots, does not begin with a
/// hyphen or dot, is no device of Windows, and has at most 63 characters: no shell, file system or expansion of the AWS
/// CLI ($NAME, %NAME%, ~) finds anything in it.
QString documentFileName(QStringView jobName);

} // namespace braketeer::exchange
