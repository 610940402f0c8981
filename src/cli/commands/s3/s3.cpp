#include "cli/commands/s3/s3.h"

#include "cli/commands/s3/cp.h"
#include "cli/commands/s3/ls.h"
#include "cli/commands/s3/mb.h"
#include "cli/commands/s3/places.h"
#include "cli/commands/s3/presign.h"
#include "cli/commands/s3/rm.h"

#include <QCoreApplication>

#include <array>

namespace braketeer::cli {

std::span<const S3Command> s3Commands()
{
    static constexpr std::array table{
        S3Command{"ls", "[S3URI]", QT_TRANSLATE_NOOP("S3Command", "lists buckets, or what begins with the URI"),
                  S3Verb::Ls, s3Ls},
        S3Command{"cp", "SOURCE TARGET",
                  QT_TRANSLATE_NOOP("S3Command", "copies to S3, from it and inside it; - is standard input or output"),
                  S3Verb::Cp, s3Cp},
        S3Command{"rm", "S3URI", QT_TRANSLATE_NOOP("S3Command", "deletes an object, or all in a folder"), S3Verb::Rm,
                  s3Rm},
        S3Command{"mb", "s3://BUCKET", QT_TRANSLATE_NOOP("S3Command", "makes a bucket in the region of the session"),
                  S3Verb::Mb, s3Mb},
        S3Command{"presign", "S3URI",
                  QT_TRANSLATE_NOOP("S3Command", "prints a URL that gives the object to whoever has it"),
                  S3Verb::Presign, s3Presign},
    };
    return table;
}

core::Task<int> s3(Invocation call)
{
    const QString name = call.arguments.isEmpty() ? QString() : call.arguments.takeFirst();
    for (const S3Command &command : s3Commands()) {
        if (name != QLatin1StringView(command.name))
            continue;
        const bool isSigned = !call.options.noSignRequest;
        const auto ended = co_await command.run(std::move(call));
        if (ended || isSigned)
            co_return ended;
        co_return core::fail(unsignedOnPurpose(ended.error()));
    }
    co_return core::fail(core::Error::Kind::Usage,
                         QCoreApplication::translate("S3Command",
                                                     "Use “s3 ls”, “s3 cp”, “s3 rm”, “s3 mb” or “s3 presign”; "
                                                     "--help shows their arguments."));
}

} // namespace braketeer::cli
