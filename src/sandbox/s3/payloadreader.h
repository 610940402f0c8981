#pragma once

#include "sandbox/http/bodystream.h"
#include "sandbox/s3/digests.h"
#include "sandbox/s3/proof.h"

namespace braketeer::sandbox::s3 {

/// The bytes of an object out of the body of a request: without the framing of `aws-chunked`, whose signatures of
/// chunks and trailers it checks on the way. Source: Amazon S3 API Reference, "Transferring Payload in Multiple Chunks
/// (Chunked Upload)".
class PayloadReader final
{
public:
    PayloadReader(BodyStream &body, const PayloadRule &rule);

    /// At most `size` bytes; 0 at the end, and where there is a problem.
    qint64 read(char *data, qint64 size);

    /// What was wrong; ask when read() has returned 0.
    const std::optional<Refusal> &problem() const { return m_problem; }

    /// Names in lower case.
    const HeaderList &trailers() const { return m_trailers; }

private:
    qint64 readChunked(char *data, qint64 size);
    bool beginChunk();
    bool endChunk();
    bool readTrailers();
    bool checkSignature(const QByteArray &stated, const QByteArray &signedPart, const char *form);
    qint64 readRaw(char *data, qint64 size);
    std::optional<QByteArray> readLine();
    bool fail(Refusal refusal);

    bool isSigned() const { return m_rule.form != PayloadRule::Form::UnsignedTrailer; }

    BodyStream &m_body;
    const PayloadRule &m_rule;
    std::optional<Refusal> m_problem;
    HeaderList m_trailers;
    QByteArray m_buffer;
    qsizetype m_begin = 0; // of what is not yet read in m_buffer
    bool m_ended = false;
    bool m_inChunk = false;
    qint64 m_left = 0;           // of the chunk
    QByteArray m_signature;      // of the chunk before
    QByteArray m_chunkSignature; // as the chunk states it
    Digests m_chunkHash;
};

} // namespace braketeer::sandbox::s3
