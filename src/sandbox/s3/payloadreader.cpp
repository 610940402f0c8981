#include "sandbox/s3/payloadreader.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr qsizetype bufferSize = 64 << 10;
constexpr qsizetype longestLine = 16 << 10;
constexpr int mostTrailers = 20;

Refusal badChunkSignature()
{
    return {403,
            "SignatureDoesNotMatch"_ba,
            u"The request signature we calculated does not match the signature you provided. Check your key and "
            u"signing method."_s,
            {},
            {}};
}

Refusal malformedTrailer()
{
    return {
        400, "MalformedTrailerError"_ba, u"The request contained trailing data that was not well-formed."_s, {}, {}};
}

} // namespace

PayloadReader::PayloadReader(BodyStream &body, const PayloadRule &rule)
    : m_body(body), m_rule(rule), m_signature(rule.signature)
{
}

bool PayloadReader::fail(Refusal refusal)
{
    m_problem = std::move(refusal);
    m_ended = true;
    return false;
}

qint64 PayloadReader::read(char *data, qint64 size)
{
    if (m_ended)
        return 0;
    if (m_rule.isChunked())
        return readChunked(data, size);
    const qint64 count = m_body.read(data, size);
    if (count == 0 && m_body.broken())
        fail(incompleteBody());
    return count;
}

qint64 PayloadReader::readChunked(char *data, qint64 size)
{
    if (m_left == 0 && !((!m_inChunk || endChunk()) && beginChunk()))
        return 0;
    const qint64 count = readRaw(data, std::min(size, m_left));
    if (count == 0)
        fail(incompleteBody());
    m_left -= count;
    if (isSigned())
        m_chunkHash.update(data, count);
    return count;
}

// False after the last chunk.
bool PayloadReader::beginChunk()
{
    const auto line = readLine();
    if (!line)
        return fail(incompleteBody());
    const QList<QByteArray> parts = line->split(';');
    bool isSize = false;
    m_left = parts.first().toLongLong(&isSize, 16);
    if (!isSize || m_left < 0)
        return fail(incompleteBody());
    constexpr QByteArrayView prefix = "chunk-signature=";
    m_chunkSignature = parts.value(1).startsWith(prefix) ? parts.value(1).mid(prefix.size()) : QByteArray();
    m_chunkHash = Digests();
    m_chunkHash.add(Algorithm::Sha256);
    m_inChunk = true;
    if (m_left > 0)
        return true;
    m_ended = true;
    const QByteArray hash = m_chunkHash.finish(Algorithm::Sha256).toHex();
    return checkSignature(m_chunkSignature, sha256Hex({}) + '\n' + hash, "AWS4-HMAC-SHA256-PAYLOAD") && readTrailers()
           && false;
}

bool PayloadReader::endChunk()
{
    const auto end = readLine();
    if (!end || !end->isEmpty())
        return fail(incompleteBody());
    const QByteArray hash = m_chunkHash.finish(Algorithm::Sha256).toHex();
    return checkSignature(m_chunkSignature, sha256Hex({}) + '\n' + hash, "AWS4-HMAC-SHA256-PAYLOAD");
}

bool PayloadReader::checkSignature(const QByteArray &stated, const QByteArray &signedPart, const char *form)
{
    if (!isSigned())
        return true;
    const QByteArray toSign = QByteArray(form) + '\n' + m_rule.time + '\n' + m_rule.scope + '\n' + m_signature + '\n'
                              + signedPart;
    m_signature = sign(m_rule.signingKey, toSign);
    return stated == m_signature || fail(badChunkSignature());
}

bool PayloadReader::readTrailers()
{
    QByteArray signedLines;
    for (int lines = 0; lines < mostTrailers; ++lines) {
        const auto line = readLine();
        if (!line) // a client may leave out the empty line after the last chunk
            return m_trailers.isEmpty() || fail(malformedTrailer());
        if (line->isEmpty()) {
            const bool mustBeSigned = m_rule.form == PayloadRule::Form::SignedTrailer && !m_trailers.isEmpty();
            return !mustBeSigned || fail(badChunkSignature());
        }
        const qsizetype colon = line->indexOf(':');
        if (colon < 1)
            return fail(malformedTrailer());
        const QByteArray name = line->left(colon).toLower();
        const QByteArray value = line->mid(colon + 1).trimmed();
        if (name == "x-amz-trailer-signature")
            return checkSignature(value, sha256Hex(signedLines), "AWS4-HMAC-SHA256-TRAILER");
        m_trailers.emplaceBack(name, value);
        signedLines += name + ':' + value + '\n';
    }
    return fail(malformedTrailer());
}

qint64 PayloadReader::readRaw(char *data, qint64 size)
{
    if (m_begin == m_buffer.size())
        return m_body.read(data, size);
    const qsizetype count = std::min<qsizetype>(size, m_buffer.size() - m_begin);
    std::memcpy(data, m_buffer.constData() + m_begin, size_t(count));
    m_begin += count;
    return count;
}

std::optional<QByteArray> PayloadReader::readLine()
{
    QByteArray line;
    while (line.size() < longestLine) {
        if (m_begin == m_buffer.size()) {
            m_buffer.resize(bufferSize);
            m_buffer.resize(m_body.read(m_buffer.data(), bufferSize));
            m_begin = 0;
            if (m_buffer.isEmpty())
                return {};
        }
        const qsizetype end = m_buffer.indexOf('\n', m_begin);
        const qsizetype stop = end < 0 ? m_buffer.size() : end;
        line += QByteArrayView(m_buffer).sliced(m_begin, stop - m_begin);
        m_begin = end < 0 ? stop : stop + 1;
        if (end >= 0)
            return line.endsWith('\r') ? line.chopped(1) : line;
    }
    return {};
}

} // namespace braketeer::sandbox::s3
