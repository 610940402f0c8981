#include "aws/errors/suggestions.h"

#include <QCoreApplication>
#include <QLatin1StringView>

namespace braketeer::aws {
namespace {

/// The first row that fits speaks. An empty field and status 0 fit everything.
struct Row
{
    const char *code;
    const char *word; ///< in the service's message, in any case
    int status;
    const char *text;
};

// clang-format off
constexpr Row rows[] = {
    {"ExpiredToken", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The temporary keys have run out: sign in again, or get new ones.")},
    {"ExpiredTokenException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The temporary keys have run out: sign in again, or get new ones.")},
    {"InvalidClientTokenId", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "AWS does not know this access key: check that it is whole, active and of the right partition, and that a session token goes with temporary keys.")},
    {"UnrecognizedClientException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "AWS does not know this access key: check that it is whole, active and of the right partition, and that a session token goes with temporary keys.")},
    {"InvalidAccessKeyId", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "AWS does not know this access key: check that it is whole and active.")},
    {"InvalidToken", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The session token does not fit the keys: copy all three of them again.")},
    {"SignatureDoesNotMatch", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The secret key does not belong to the access key, or something on the way changed the request: enter the secret again, and check this computer's clock.")},
    {"InvalidSignatureException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The secret key does not belong to the access key, or something on the way changed the request: enter the secret again, and check this computer's clock.")},
    {"RequestTimeTooSkewed", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Set this computer's clock.")},
    {"RequestExpired", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Set this computer's clock.")},
    {"IncompleteSignature", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Something on the way removed the signature: check the endpoint and the proxy.")},
    {"MissingAuthenticationToken", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Something on the way removed the signature: check the endpoint and the proxy.")},
    {"MissingAuthenticationTokenException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Something on the way removed the signature: check the endpoint and the proxy.")},
    {"OptInRequired", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The account is not signed up for this service or region: enable it in the AWS console.")},
    {"SubscriptionRequiredException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The account is not signed up for this service: enable it in the AWS console.")},
    {"AccessDeniedException", "passrole", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Your own identity may not hand this role over: it needs iam:PassRole on the role, or choose a role that your policies let you pass.")},
    {"AccessDenied", "passrole", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Your own identity may not hand this role over: it needs iam:PassRole on the role, or choose a role that your policies let you pass.")},
    {"AccessDeniedException", "explicit deny", 0,
     QT_TRANSLATE_NOOP("ServiceError", "A policy forbids this outright: ask whoever manages the account or the organisation.")},
    {"AccessDenied", "explicit deny", 0,
     QT_TRANSLATE_NOOP("ServiceError", "A policy forbids this outright: ask whoever manages the account or the organisation.")},
    {"AccessDeniedException", "not authorized to use this resource", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The account is not allowed to use this resource: ask AWS for access, or choose another.")},
    {"AccessDeniedException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The identity you use lacks a permission: check which one it is (whoami) and its policies.")},
    {"AccessDenied", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The identity you use lacks a permission: check which one it is (whoami) and its policies.")},
    {"UnauthorizedOperation", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The identity you use lacks a permission: check which one it is (whoami) and its policies.")},
    {"ThrottlingException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Too many requests at once: wait a moment and try again.")},
    {"Throttling", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Too many requests at once: wait a moment and try again.")},
    {"TooManyRequestsException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Too many requests at once: wait a moment and try again.")},
    {"SlowDown", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Too many requests at once: wait a moment and try again.")},
    {"ServiceQuotaExceededException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "A limit of the account is reached: wait until something ends, or ask for more in the Service Quotas console.")},
    {"LimitExceededException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "A limit of the account is reached: remove something, or ask for more in the Service Quotas console.")},
    {"DeviceOfflineException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The device takes no work now: wait until it is online again, or choose another.")},
    {"DeviceRetiredException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The device is gone for good: choose another.")},
    {"ConflictException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "It clashes with the present state or with an earlier request: look at what is there, then try again with a new client token.")},
    {"ResourceNotFoundException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Check the name or ARN, and that the region and account are the right ones.")},
    {"NoSuchBucket", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Check the bucket's name, its region and its account.")},
    {"NoSuchKey", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Check the object's key.")},
    {"PermanentRedirect", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The bucket is in another region: choose that region.")},
    {"AuthorizationHeaderMalformed", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The region is not the one the request is for: check the region.")},
    {"ValidationException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Correct what the message names and send it again.")},
    {"ValidationError", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Correct what the message names and send it again.")},
    {"BadRequestException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "Something in the request is not as the service wants it: check names and values.")},
    {"RequestEntityTooLarge", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The request is too large: shorten it.")},
    {"InternalServiceException", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "A failure inside the service: try again in a moment.")},
    {"InternalFailure", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "A failure inside the service: try again in a moment.")},
    {"InternalError", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "A failure inside the service: try again in a moment.")},
    {"ServiceUnavailable", "", 0,
     QT_TRANSLATE_NOOP("ServiceError", "The service is not available at the moment: try again later.")},
    {"", "", 402,
     QT_TRANSLATE_NOOP("ServiceError", "A limit of the account is reached: wait until something ends, or ask for more in the Service Quotas console.")},
    {"", "", 407,
     QT_TRANSLATE_NOOP("ServiceError", "The proxy wants a user and a password: put them into HTTPS_PROXY (http://user:password@host:port).")},
    {"", "", 410,
     QT_TRANSLATE_NOOP("ServiceError", "What the request names is gone for good: choose another.")},
    {"", "", 413,
     QT_TRANSLATE_NOOP("ServiceError", "The request is too large: shorten it.")},
    {"", "", 424,
     QT_TRANSLATE_NOOP("ServiceError", "Something the request depends on is not available now: try again later.")},
    {"", "", 429,
     QT_TRANSLATE_NOOP("ServiceError", "Too many requests at once: wait a moment and try again.")},
};
// clang-format on

constexpr char elsewhere[] = QT_TRANSLATE_NOOP(
    "ServiceError",
    "Something between you and the service may have answered in its place: check the endpoint, the proxy, "
    "and whether the network wants a login first.");

bool fits(const Row &row, QStringView code, int status, QStringView message)
{
    return (row.code[0] == '\0' || code == QLatin1StringView(row.code)) && (row.status == 0 || row.status == status)
           && message.contains(QLatin1StringView(row.word), Qt::CaseInsensitive);
}

} // namespace

QString suggestionFor(QStringView code, int status, QStringView message)
{
    for (const Row &row : rows) {
        if (fits(row, code, status, message))
            return QCoreApplication::translate("ServiceError", row.text);
    }
    return code.isEmpty() ? QCoreApplication::translate("ServiceError", elsewhere) : QString();
}

} // namespace braketeer::aws
