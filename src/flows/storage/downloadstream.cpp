#include "flows/storage/downloadstream.h"

#include "aws/bulk/digest.h"
#include "flows/storage/keyrules.h"
#include "flows/storage/object.h"
#include "flows/transfer/checksum.h"
#include "services/s3/headobject.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;
using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StorageObject)
};

/// Computes, over bytes that pass, what the service says of the whole object.
class Check final
{
public:
    /// `partSize`: of the parts that a composite checksum is made of.
    Check(ExpectedChecksum expected, qint64 partSize)
        : m_expected(std::move(expected))
        , m_partSize(m_expected.composite ? partSize : std::numeric_limits<qint64>::max())
        , m_whole(m_expected.kind)
        , m_part(std::in_place, m_expected.kind)
    {
    }

    void add(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const qint64 taken = std::min<qint64>(bytes.size(), m_partSize - m_inPart);
            m_part->add(bytes.first(taken));
            m_inPart += taken;
            bytes = bytes.sliced(taken);
            if (m_inPart == m_partSize)
                endPart();
        }
    }

    bool isRight()
    {
        if (!m_expected)
            return true;
        if (!m_expected.composite)
            return m_part->result() == m_expected.value;
        if (m_inPart > 0)
            endPart();
        return m_whole.result() == m_expected.value;
    }

private:
    void endPart()
    {
        m_whole.add(m_part->result());
        m_part.emplace(m_expected.kind);
        m_inPart = 0;
    }

    const ExpectedChecksum m_expected;
    const qint64 m_partSize;
    aws::RunningDigest m_whole; ///< of the parts' checksums
    std::optional<aws::RunningDigest> m_part;
    qint64 m_inPart = 0;
};

/// With the length of the parts that the object was uploaded in, where only those can be compared with its checksum.
core::Task<std::shared_ptr<Check>> makeCheck(std::shared_ptr<Session> session, core::S3Uri place, ObjectFacts facts,
                                             core::CancelToken cancel)
{
    ExpectedChecksum expected = expectedChecksum(facts.checksums);
    if (!expected.composite)
        co_return std::make_shared<Check>(expected, 0);
    aws::Request request = s3::headObjectRequest(s3::HeadObjectInput(place));
    request.query.append({"partNumber"_ba, "1"_ba});
    const auto response = co_await s3::call(session->s3(), request, cancel);
    qint64 partSize = 0;
    if (response) {
        const s3::ObjectHeaders first = s3::readObjectHeaders(response->headers);
        partSize = first.eTag == facts.eTag ? std::max<qint64>(0, first.contentLength) : 0;
    }
    // Parts that are not equally long, or not told: the checksum is of no use.
    if (partSize == 0 || (facts.size + partSize - 1) / partSize != expected.parts)
        expected = {};
    co_return std::make_shared<Check>(expected, std::max<qint64>(1, partSize));
}

Error broken(QString message)
{
    Error error;
    error.kind = Error::Kind::Network;
    error.message = std::move(message);
    error.suggestion = Text::tr("Throw away what was written, and try again.");
    return error;
}

} // namespace

core::Task<qint64> downloadStream(std::shared_ptr<Session> session, core::S3Uri place, StreamSink sink,
                                  core::CancelToken cancel, qint64 pieceSize)
{
    const auto facts = co_await inspectObject(session, place, cancel);
    if (!facts)
        co_return core::fail(facts.error());
    const auto check = co_await makeCheck(session, place, *facts, cancel);
    if (!check)
        co_return core::fail(check.error());

    const auto ask = [&](qint64 offset) {
        return readObject(session, place, offset, std::min(pieceSize, facts->size - offset), cancel, facts->eTag);
    };
    std::optional<core::Task<QByteArray>> coming;
    if (facts->size > 0)
        coming.emplace(ask(0));
    for (qint64 offset = 0; offset < facts->size;) {
        const auto piece = co_await *coming;
        if (!piece)
            co_return core::fail(piece.error());
        coming.reset();
        if (piece->size() != std::min(pieceSize, facts->size - offset))
            co_return core::fail(broken(Text::tr("%1 ended after %2 of %3 bytes.")
                                            .arg(shownKey(place.toString()))
                                            .arg(offset + piece->size())
                                            .arg(facts->size)));
        offset += piece->size();
        if (offset < facts->size)
            coming.emplace(ask(offset));
        (*check)->add(*piece);
        if (const auto taken = sink(*piece); !taken)
            co_return core::fail(taken.error());
    }
    if (!(*check)->isRight())
        co_return core::fail(broken(Text::tr("What arrived is not what is stored: the checksum of %1 differs.")
                                        .arg(shownKey(place.toString()))));
    co_return facts->size;
}

} // namespace braketeer::flows
