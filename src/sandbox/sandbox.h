#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace braketeer::sandbox {

/// One access key that the sandbox knows. Requests signed with any other are refused (UnrecognizedClientException).
struct KeyPair
{
    QString accessKeyId;
    core::Secret secretAccessKey;
    core::Secret sessionToken;                                           ///< empty: a long-lived key
    std::optional<QDateTime> expiry;                                     ///< after it: ExpiredTokenException
    QString arn = QStringLiteral("arn:aws:iam::000000000000:user/demo"); ///< what GetCallerIdentity answers
};

/// How a sandbox starts. Everything has a value that works.
struct Options
{
    int port = 0; ///< 0: any free port
    /// Sandbox seconds that pass in one real second: 1 lets a job finish within about a minute, 1000 within a blink.
    double speed = 1;
    /// Rules of the grammar at Sandbox::addFault().
    QStringList faults;
    /// Jobs, their tags and the history of the speed are kept in this file, and S3 in a folder beside it; empty: in
    /// memory and a temporary folder only. A file that
    /// cannot be read is renamed to `<stateFile>.damaged` (then `.damaged-2` …), never overwritten. Several sandboxes
    /// may name the same file: each sees the jobs of all.
    QString stateFile;
    QString region = QStringLiteral("us-west-2"); ///< the region of environment(); every region is served
    /// Made-up objects below `measurements/` of the demo bucket, which take no memory; at most ten million.
    qint64 manyKeys = 100'000;
    /// The first is the one of environment(). Empty: one long-lived key with a fixed, public secret.
    QList<KeyPair> keys;
    /// The service's clock before setClockSkew(). Called from the server's threads.
    core::Clock clock = core::systemClock();
    /// One line of text without a line end for each request. Called from the server's threads, one call at a time.
    std::function<void(const QString &line)> log;
};

/// A request as its bytes came in, and what became of it.
struct RecordedRequest
{
    QByteArray requestLine;                       ///< "GET /job/arn%3Aaws… HTTP/1.1"
    QList<QPair<QByteArray, QByteArray>> headers; ///< in their order, names and values as sent
    QByteArray body;                              ///< empty for S3, whose bodies may be long
    QString operation;                            ///< "CreateJob"; empty where no operation was recognised
    int status = 0;                               ///< of the answer; 0 where a fault left the request without one
    qint64 bodySize = 0;                          ///< as much as was read of it
};

/// A job as the service sees it now.
struct JobSnapshot
{
    QString jobArn;
    QString jobName;
    QString region;
    QString clientToken;
    QString status; ///< "QUEUED", "RUNNING", "COMPLETED", "FAILED", "CANCELLING", "CANCELLED"
    QDateTime createdAt;
    QByteArray request; ///< the CreateJob body as it came in
};

/// A Braket and an S3 service on this machine: real wire format, no account, no network, no cost.
///
/// It listens on 127.0.0.1 only, verifies every signature from the bytes it received with code of its own, validates
/// requests by the public service model, keeps jobs and walks them through their states. Braketeer, the AWS CLI and
/// boto3 use it by its URL. Account of everything: 000000000000. Jobs live in the region of the credential scope.
///
/// Served: Braket (CreateJob, GetJob, SearchJobs, CancelJob, SearchDevices, GetDevice, ListTagsForResource,
/// TagResource, UntagResource), STS (GetCallerIdentity) and S3 (below). A request is routed by the service in its
/// credential scope, of a presigned URL too; any other service gets `UnknownOperationException`. What has no signature
/// is anonymous S3 where it reads and is none of the other services' paths, or names a bucket in its host.
///
/// A repeated client token answers with the first ARN and creates nothing. The same token with another document is a
/// ConflictException; what the real service does then is documented nowhere, and this way a client's mistake shows.
///
/// ### The life of a job
/// A function of its creation, its cancellation and the speed, without timers; in sandbox seconds: QUEUED, RUNNING
/// after 20, results uploaded after 40 more, COMPLETED 5 later. A job on a QPU waits 10 longer. It FAILS when the
/// module of its entry point ends in `.py`, as in the real container. Hyperparameters steer it:
/// `sandbox_outcome` = `FAILED` lets it fail at the end of its run, `sandbox_runtime` = seconds sets how long it runs.
/// A run longer than `maxRuntimeInSeconds` ends there with MAX_RUNTIME_EXCEEDED. CANCELLING lasts 3.
///
/// ### S3
/// Path style and virtual hosts (`BUCKET.localhost`). ListBuckets, CreateBucket, DeleteBucket, HeadBucket,
/// GetBucketLocation, ListObjects, ListObjectsV2, GetObject, HeadObject, PutObject, CopyObject, DeleteObject,
/// DeleteObjects, the six operations of uploads in parts and UploadPartCopy, tags of objects; what else clients ask of
/// a bucket is answered as for one without settings. Bodies are streamed to and from disk; `aws-chunked` with signed
/// chunks and trailers, Content-MD5 and all checksums are verified. No versions, no encryption with keys of one's own.
///
/// Objects are kept in the folder `<stateFile>.objects`, else in a temporary one. A new one has, in the region R of
/// the options:
///
///     amazon-braket-R-000000000000           scripts, data, results; below measurements/ made-up objects (manyKeys),
///                                            which can be read, but neither written nor deleted
///     amazon-braket-eu-north-1-000000000000  in another region (us-west-2 where R is eu-north-1): redirects
///     sandbox-no-listing                     AccessDenied for lists, not for objects
///     sandbox-no-reading                     the reverse
///     sandbox-public                         another account's, which everybody may read, without a signature too
///     sandbox-requester-pays                 another account's: AccessDenied without x-amz-request-payer: requester
///     sandbox-foreign                        another account's: AccessDenied for everything
///
/// ### The control path
/// `/_sandbox/…`, unsigned, for tests and scripts (a browser's cross-site request is refused):
/// `GET state` jobs and settings; `GET requests` counts by operation; `POST faults` one rule a line; `DELETE faults`;
/// `POST speed` a number; `POST skew` seconds.
///
/// All members may be called from any thread. The destructor stops the server.
class Sandbox final
{
public:
    using Options = sandbox::Options;

    /// Binds the port and serves until stop(). Fails with Usage (a fault rule, the speed, the port number) or
    /// Network (port taken).
    static core::Result<std::unique_ptr<Sandbox>> start(Options options = {});
    ~Sandbox();
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    /// Closes every connection and waits for the server's threads. May be called twice.
    void stop();

    QUrl url() const; ///< "http://127.0.0.1:PORT"
    int port() const;

    /// AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, and AWS_SESSION_TOKEN where the first
    /// key has one: what a program needs to use this sandbox.
    QList<QPair<QString, QString>> environment() const;

    /// Lets the service misbehave. `rule` is
    ///
    ///     KIND:OPERATION[:ARGUMENT…][:COUNT]
    ///
    /// OPERATION is `CreateJob`, `PutObject`, … or `*`; COUNT how often (default 1; `*` or `forever`: always). The
    /// first rule that matches a request is used; at most one a request.
    ///
    ///     throttle:CreateJob:2                       ThrottlingException 429, nothing carried out
    ///     error:CreateJob:ServiceQuotaExceededException:402[:N]   that error code and HTTP status
    ///     status:CreateJob:503[:N]                   that HTTP status with an empty body, as a proxy would
    ///     not-json:GetJob[:N]                        carried out, answered by 200 and an HTML page
    ///     truncate:SearchJobs[:N]                    carried out, the connection closes in the middle of the body
    ///     delay:GetJob:500ms[:N]                     carried out, answered late; `ms` or `s`, at most 10 minutes
    ///     reset-before:CreateJob[:N]                 the connection closes; nothing is carried out
    ///     reset-after:CreateJob[:N]                  carried out, then the connection closes: the lost answer
    ///     slow:GetObject:256KiB[:N]                  S3: bodies go so fast and no faster in a second; `KiB` or `MiB`
    ///     change:GetObject[:N]                       S3: before it is carried out, the object gets other bytes and
    ///     ETag
    ///
    /// S3 throttles by 503 SlowDown. An upload that is reset before has sent half of its body by then. A rule such as
    /// `error:CompleteMultipartUpload:InternalError:200` makes the refusal that comes with status 200.
    ///
    /// Fails with Usage, naming the part that cannot be understood.
    core::Result<> addFault(const QString &rule);
    void clearFaults();

    /// From now on this many sandbox seconds in a second; jobs never go back in their life. Fails with Usage
    /// unless the speed is finite and not negative. 0 stops the lives of all jobs.
    core::Result<> setSpeed(double speed);
    /// The service's clock is this much ahead of the real one (behind, if negative).
    void setClockSkew(std::chrono::seconds skew);
    void addKey(const KeyPair &key);

    QList<JobSnapshot> jobs() const; ///< oldest first

    /// An empty bucket in S3; false where there is one of that name.
    bool createBucket(const QByteArray &bucket, const QByteArray &region);
    /// Puts an object into S3 without a request; false where there is no such bucket.
    bool putObject(const QByteArray &bucket, const QByteArray &key, const QByteArray &bytes,
                   const QByteArray &contentType = "application/octet-stream");
    /// The bytes of an object in S3; empty where there is none. Not for made-up objects.
    std::optional<QByteArray> object(const QByteArray &bucket, const QByteArray &key);

    /// How many requests came in, those that were refused or lost included. Empty `operation`: all but the control
    /// path.
    int requestCount(const QString &operation = {}) const;
    /// The latest requests, oldest first: at most 1,000, and 64 MiB of bodies.
    QList<RecordedRequest> requests() const;

private:
    class Private;
    explicit Sandbox(std::unique_ptr<Private> d);
    const std::unique_ptr<Private> d;
};

} // namespace braketeer::sandbox
