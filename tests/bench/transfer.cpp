#include "flows/session.h"
#include "flows/transfer/downloadfile.h"
#include "flows/transfer/uploadfile.h"

#include <QCoreApplication>
#include <QCoroTask>

#include <cstdio>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

core::Result<flows::TransferStatus> move(const QString &from, const QString &to)
{
    const auto session = flows::openSession({}, {});
    if (!session)
        return core::fail(session.error());
    flows::TransferOptions options;
    options.overwrite = true;
    if (const auto place = core::S3Uri::parse(from))
        return QCoro::waitFor(flows::downloadFile(*session, *place, to, options));
    return QCoro::waitFor(flows::uploadFile(*session, from, core::S3Uri::parse(to).value_or(core::S3Uri()), options));
}

} // namespace

/// `bench-transfer FILE s3://bucket/key`, or the other way round: one file through the flows, and nothing said but
/// what went wrong. What it costs is measured from outside.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 3) {
        std::fprintf(stderr, "bench-transfer FROM TO, one of which is an s3:// place\n");
        return 2;
    }
    const auto moved = move(arguments[1], arguments[2]);
    if (moved)
        return 0;
    std::fprintf(stderr, "%s\n", qPrintable(moved.error().text()));
    return 1;
}
