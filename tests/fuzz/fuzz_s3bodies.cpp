#include "fuzztarget.h"

#include "sandbox/http/bodystream.h"
#include "sandbox/s3/payload.h"

#include <sys/socket.h>
#include <unistd.h>

using namespace braketeer::sandbox;
using namespace braketeer::sandbox::s3;

namespace {

/// The corpus is signed with this.
PayloadRule ruleOf(const QByteArray &hash)
{
    PayloadRule rule;
    rule.signingKey = "a signing key of 32 bytes, no more";
    rule.time = "20260102T030405Z";
    rule.scope = "20260102/us-west-2/s3/aws4_request";
    rule.signature = QByteArray(64, '0');
    if (hash == "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")
        rule.form = PayloadRule::Form::SignedChunks;
    else if (hash == "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
        rule.form = PayloadRule::Form::UnsignedTrailer;
    else if (hash == "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER")
        rule.form = PayloadRule::Form::SignedTrailer;
    else if (hash.size() == 64)
        rule.form = PayloadRule::Form::Hashed;
    rule.sha256 = hash;
    return rule;
}

/// What a body claims and what came out of it must agree, or it must be refused.
void take(const RawRequest &request, BodyStream &body)
{
    static Store store({}, {});
    const PayloadRule rule = ruleOf(request.header("x-amz-content-sha256"));
    const Call call{request, body, {}, Query(request.query()), {false, "us-west-2", rule}, store, 0, {}};
    QByteArray bytes;
    const auto received = receive(call, [&bytes](const char *data, qint64 size) {
        bytes.append(data, size);
        return true;
    });
    if (!received) {
        if (received.error().code.isEmpty() || received.error().message.isEmpty())
            qFatal("A body is refused without a reason.");
        return;
    }
    const QByteArray claim = request.header(rule.isChunked() ? "x-amz-decoded-content-length" : "Content-Length");
    if (received->size != bytes.size() || claim.toLongLong() != bytes.size())
        qFatal("A body of another length was taken.");
    if (received->md5 != digestOf(Algorithm::Md5, bytes).toHex())
        qFatal("Other bytes were handed on than were counted.");
    if (rule.form == PayloadRule::Form::Hashed && rule.sha256 != sha256Hex(bytes))
        qFatal("Bytes with another hash were taken.");
    if (received->checksum && received->checksum->value != digestOf(received->checksum->algorithm, bytes).toBase64())
        qFatal("A checksum of other bytes was kept.");
}

} // namespace

/// The input is what comes in on a connection: a request with a body, in any of the framings that HTTP and S3 have.
void fuzz(QByteArrayView input)
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        qFatal("There is no pair of sockets.");
    Connection connection(ends[0]);
    {
        Connection client(ends[1]);
        if (!client.write(input))
            qFatal("The input found no room.");
    } // closes, so that nothing waits for more
    const auto request = parseRequestHead(connection.readHead());
    if (!request)
        return;
    const auto framing = bodyFraming(*request);
    if (!framing)
        return;
    BodyStream body(connection, *framing, false);
    take(*request, body);
    (void)body.skipRest();
}
