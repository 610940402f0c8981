#include "fuzztarget.h"

#include "sandbox/s3/documents.h"

using namespace braketeer::sandbox::s3;

namespace {

/// A refusal says something a client can act on.
void mustBeWorded(const Refusal &refusal)
{
    if (refusal.status != 400 || refusal.code.isEmpty() || refusal.message.isEmpty())
        qFatal("A document is refused without a reason.");
}

} // namespace

/// The input is the body of a request to the sandbox's S3.
void fuzz(QByteArrayView input)
{
    const QByteArray document = input.toByteArray();
    if (const auto deletion = readDeletion(document); !deletion)
        mustBeWorded(deletion.error());
    else if (deletion->keys.isEmpty() || deletion->keys.size() > 1000)
        qFatal("A deletion of so many keys is none.");

    if (const auto parts = readParts(document); !parts) {
        mustBeWorded(parts.error());
    } else {
        for (qsizetype i = 1; i < parts->size(); ++i) {
            if (parts->at(i).number <= parts->at(i - 1).number)
                qFatal("Parts are out of order.");
        }
    }

    if (const auto location = readLocation(document); !location)
        mustBeWorded(location.error());

    if (const auto tags = readTags(document); !tags)
        mustBeWorded(tags.error());
    else if (!tags->isEmpty() && tags->count('=') != tags->count('&') + 1)
        qFatal("Tags are not kept apart.");
}
