#pragma once

#include "aws/credentials/sharedconfig.h"
#include "core/result.h"

#include <QProcessEnvironment>

namespace braketeer::aws {

/// Where the two shared files lie.
struct ConfigLocations
{
    QString config;
    QString credentials;
};

/// `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`, else `config` and `credentials` in `~/.aws`. A leading `~/`
/// means the home folder: `HOME`, or what the system says.
ConfigLocations configLocations(const QProcessEnvironment &environment);

/// Reads both files; a file that does not exist is empty. Blocks for the length of two small reads.
///
/// Fails with Credentials: a file that cannot be read (it is a folder, there is no permission), is larger than 4 MiB,
/// or is not in order (see parseConfigFiles()).
core::Result<SharedConfig> readConfigFiles(const ConfigLocations &locations);

} // namespace braketeer::aws
