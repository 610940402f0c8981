#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace braketeer::sandbox {

/// A refusal, before it is put into the form of a service (JSON with a header, XML).
struct ServiceError
{
    int status = 400;
    QByteArray code; ///< "ValidationException"
    QString message; ///< as the service words it: English, never translated
};

template<class T>
using ServiceResult = tl::expected<T, ServiceError>;

inline tl::unexpected<ServiceError> refuse(int status, QByteArray code, QString message)
{
    return tl::unexpected(ServiceError{status, std::move(code), std::move(message)});
}

} // namespace braketeer::sandbox
