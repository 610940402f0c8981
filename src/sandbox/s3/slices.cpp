#include "sandbox/s3/slices.h"

namespace braketeer::sandbox::s3 {

bool addBody(Answer &answer, const Call &call, const Bucket &bucket, const Object &object, const Range &range)
{
    if (object.pieces.isEmpty() && object.size > 0) { // a made-up one
        const ManyKeys many = manyKeysOf(call, bucket);
        const auto index = many.indexOf(object.key);
        if (index)
            answer.body = many.body(*index).mid(range.offset, range.length);
        return index.has_value();
    }
    qint64 begin = 0; // of the piece
    const qint64 end = range.offset + range.length;
    for (const Piece &piece : object.pieces) {
        const qint64 from = std::max(range.offset, begin);
        const qint64 to = std::min(end, begin + piece.size);
        if (from < to) {
            auto file = call.store.blobs().open(piece.blob);
            if (!file)
                return false;
            answer.files.append({std::move(file), from - begin, to - from});
        }
        begin += piece.size;
    }
    return true;
}

} // namespace braketeer::sandbox::s3
