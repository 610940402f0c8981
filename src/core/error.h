#pragma once

#include <QMetaType>
#include <QString>

namespace braketeer::core {

/// What went wrong: `kind` and `serviceCode` for code, `message` and `suggestion` for people.
///
/// Never holds a secret: messages are built from names, places and numbers only.
struct Error
{
    enum class Kind {
        Usage,       ///< the request itself is wrong: an option, a document, a file that cannot be read
        Network,     ///< no answer, or a broken one; `outcomeUnknown` says whether the request may have arrived
        Tls,         ///< the other side could not be verified
        Credentials, ///< none found, expired, or locked away
        Service,     ///< a service answered, and refused
        Store,       ///< the local record could not be read or written
        Cancelled,   ///< a person or the end of the program stopped it
    };

    Kind kind = Kind::Usage;
    QString message;             ///< one translated sentence: what happened and why
    QString suggestion;          ///< one translated sentence: what to do; empty where nothing is known
    QString member;              ///< CreateJob member it concerns ("roleArn"), empty where unknown
    QString serviceCode;         ///< as the service words it, without namespace: "ValidationException"
    int httpStatus = 0;          ///< 0 unless a service answered
    QString requestId;           ///< empty unless a service answered
    QString host;                ///< host that was asked, without user information
    QString identity;            ///< where the credentials came from ("profile research"); never the keys
    bool outcomeUnknown = false; ///< the request may have been carried out although no answer came

    bool operator==(const Error &) const = default;

    /// `message`, then `suggestion`, then the request id where there is one: what a terminal or a dialog shows.
    QString text() const;
};

} // namespace braketeer::core
