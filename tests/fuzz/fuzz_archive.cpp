#include "fuzztarget.h"

#include "archive/entrypoints.h"
#include "archive/look.h"
#include "archive/warnings.h"

using namespace braketeer;
using namespace Qt::StringLiterals;

/// The input is an archive of any kind, through the plugin: limits hold, and what is found can be judged.
void fuzz(QByteArrayView input)
{
    const QByteArray bytes = input.toByteArray();
    archive::Source source;
    source.name = u"x.tar"_s;
    source.size = bytes.size();
    source.read = [&](qint64 offset, qint64 length) -> core::Result<QByteArray> {
        if (offset < 0 || length < 0)
            qFatal("A read before the start.");
        return bytes.mid(offset, length);
    };
    archive::LookLimits limits;
    limits.members = 50;
    limits.unpackedBytes = 1 << 20;
    limits.textBytes = 4096;
    const auto contents = archive::look(source, limits);
    if (!contents) {
        if (contents.error().message.isEmpty())
            qFatal("An error without a sentence.");
        return;
    }
    if (contents->members.size() > limits.members)
        qFatal("More members than allowed.");
    for (const archive::ArchiveMember &member : contents->members) {
        if (member.text && member.text->size() > limits.textBytes)
            qFatal("More text than allowed.");
    }
    archive::inspect(*contents);
    const archive::EntryPoints found = archive::findEntryPoints(*contents);
    for (const archive::EntryPoint &entryPoint : found.candidates) {
        for (const archive::Warning &warning : archive::checkEntryPoint(*contents, entryPoint.text)) {
            if (warning.severity == archive::Severity::Error)
                qFatal("An entry point that was found is refused: %s", qPrintable(warning.message));
        }
    }
}
