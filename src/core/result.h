#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace braketeer::core {

/// A value, or why there is none. Errors are values here: no exception crosses a library.
template<class T = void>
using Result = tl::expected<T, Error>;

/// `return fail(Error::Kind::Usage, tr("…"));` converts to any Result<T>.
inline tl::unexpected<Error> fail(Error::Kind kind, QString message)
{
    Error error;
    error.kind = kind;
    error.message = std::move(message);
    return tl::unexpected(std::move(error));
}

inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected(std::move(error));
}

} // namespace braketeer::core
