#include "cli/commands/s3/streams.h"

#include "flows/storage/object.h"

namespace braketeer::cli {
namespace {

constexpr qint64 pieceBytes = qint64(8) * 1024 * 1024;

} // namespace

core::Task<> fromStandardInput(Invocation call, std::shared_ptr<flows::Session> session, core::S3Uri place,
                               QString contentType)
{
    const auto bytes = call.context.console.readInput();
    if (!bytes)
        co_return core::fail(bytes.error());
    co_return co_await flows::writeObject(session, place, *bytes, contentType, call.context.cancel);
}

core::Task<> toStandardOutput(Invocation call, std::shared_ptr<flows::Session> session, core::S3Uri place)
{
    const auto facts = co_await flows::inspectObject(session, place, call.context.cancel);
    if (!facts)
        co_return core::fail(facts.error());
    for (qint64 offset = 0; offset < facts->size;) {
        const auto piece = co_await flows::readObject(session, place, offset, pieceBytes, call.context.cancel,
                                                      facts->eTag);
        if (!piece)
            co_return core::fail(piece.error());
        if (piece->isEmpty())
            break;
        call.context.console.out(*piece);
        offset += piece->size();
    }
    co_return {};
}

} // namespace braketeer::cli
