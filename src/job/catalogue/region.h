#pragma once

#include <QString>

namespace braketeer::job {

/// A region that Braket is offered in.
struct Region
{
    QString region; ///< "us-west-2"
    QString name;   ///< "US West (Oregon)", as AWS writes it
};

} // namespace braketeer::job
