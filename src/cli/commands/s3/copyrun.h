#pragma once

#include "cli/command.h"
#include "cli/commands/s3/copyitem.h"
#include "flows/storage/namefilter.h"
#include "flows/transfer/engine.h"
#include "flows/transfer/transfer.h"

#include <QElapsedTimer>

/// Carries out what `s3 cp` was asked for. Not for use outside this folder.
namespace braketeer::cli {

/// What a person asked for, and what was done of it so far. Shared by the files that are under way at once.
struct CopyRun
{
    Invocation call;
    std::shared_ptr<flows::Session> session;
    std::shared_ptr<flows::TransferEngine> engine;
    flows::TransferOptions options;
    flows::NameFilter filter;
    bool anonymous = false; ///< nothing is signed
    bool dryRun = false;
    bool keepsWhatIsThere = false; ///< --no-overwrite
    bool quiet = false;            ///< says nothing at all
    bool errorsOnly = false;
    bool progress = true;

    int done = 0;
    int failed = 0;
    int skipped = 0;                   ///< because of keepsWhatIsThere
    qint64 bytesDone = 0;              ///< of files that are done
    QHash<QString, qint64> bytesOnWay; ///< by item's text
    QElapsedTimer clock;
    std::optional<core::Error> stopped; ///< what makes going on useless: cancelled, no credentials

    CopyRun() = default;
};

/// Copies the items, a few at a time. What fails is said and counted; see CopyRun::stopped.
QCoro::Task<> copyAll(std::shared_ptr<CopyRun> run, QList<CopyItem> items);

/// Says what could not be copied, and counts it.
void tellFailure(CopyRun &run, const QString &text);

/// The line with the progress: shown where somebody looks at it, and taken away.
void showProgress(CopyRun &run);
void clearProgress(CopyRun &run);

} // namespace braketeer::cli
