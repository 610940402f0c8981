#include "cli/commands/s3/s3.h"

#include "cli/commands/s3/cp.h"
#include "cli/commands/s3/ls.h"
#include "cli/commands/s3/mb.h"
#include "cli/commands/s3/presign.h"
#include "cli/commands/s3/rm.h"

#include <QCoreApplication>

#include <array>

namespace braketeer::cli {
namespace {

struct Verb
{
    QLatin1StringView name;
    RunCommand run;
};

constexpr std::array verbs{Verb{QLatin1StringView("ls"), s3Ls}, Verb{QLatin1StringView("cp"), s3Cp},
                           Verb{QLatin1StringView("rm"), s3Rm}, Verb{QLatin1StringView("mb"), s3Mb},
                           Verb{QLatin1StringView("presign"), s3Presign}};

} // namespace

core::Task<int> s3(Invocation call)
{
    const QString name = call.arguments.isEmpty() ? QString() : call.arguments.takeFirst();
    for (const Verb &verb : verbs) {
        if (verb.name == name)
            co_return co_await verb.run(std::move(call));
    }
    co_return core::fail(core::Error::Kind::Usage,
                         QCoreApplication::translate("S3Command",
                                                     "Use “s3 ls”, “s3 cp”, “s3 rm”, “s3 mb” or “s3 presign”; "
                                                     "--help shows their arguments."));
}

} // namespace braketeer::cli
