#include "cli/exitcode.h"

namespace braketeer::cli {

int exitCodeFor(const core::Error &error)
{
    switch (error.kind) {
    case core::Error::Kind::Usage:
        return WrongUsage;
    case core::Error::Kind::Credentials:
        return NoCredentials;
    case core::Error::Kind::Service:
        return ServiceRefused;
    case core::Error::Kind::Cancelled:
        return Interrupted;
    case core::Error::Kind::Network:
    case core::Error::Kind::Tls:
    case core::Error::Kind::Store:
        break;
    }
    return GeneralFailure;
}

} // namespace braketeer::cli
