#pragma once

#include "job/path.h"

namespace braketeer::job::rules {

/// Places in the document that several rules look at.
inline Path scriptPath()
{
    return Path().child(QStringLiteral("algorithmSpecification")).child(QStringLiteral("scriptModeConfig"));
}

inline Path imagePath()
{
    return Path()
        .child(QStringLiteral("algorithmSpecification"))
        .child(QStringLiteral("containerImage"))
        .child(QStringLiteral("uri"));
}

inline Path devicePath()
{
    return Path().child(QStringLiteral("deviceConfig")).child(QStringLiteral("device"));
}

inline Path instancePath(const QString &name)
{
    return Path().child(QStringLiteral("instanceConfig")).child(name);
}

inline Path outputPath(const QString &name)
{
    return Path().child(QStringLiteral("outputDataConfig")).child(name);
}

inline Path checkpointPath(const QString &name)
{
    return Path().child(QStringLiteral("checkpointConfig")).child(name);
}

} // namespace braketeer::job::rules
