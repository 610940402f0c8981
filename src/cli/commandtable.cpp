#include "cli/commandtable.h"

#include "cli/commands/canceljob.h"
#include "cli/commands/check.h"
#include "cli/commands/createjob.h"
#include "cli/commands/credentials.h"
#include "cli/commands/exportdocument.h"
#include "cli/commands/getjob.h"
#include "cli/commands/history.h"
#include "cli/commands/importdocument.h"
#include "cli/commands/pack.h"
#include "cli/commands/s3/s3.h"
#include "cli/commands/sandbox.h"
#include "cli/commands/searchjobs.h"
#include "cli/commands/templates.h"
#include "cli/commands/whoami.h"

#include <QtGlobal>

#include <array>

namespace braketeer::cli {

std::span<const Command> commands()
{
    static constexpr std::array table{
        Command{"create-job", "[OPTION…] [--no-check] [--dry-run] [--no-history]",
                QT_TRANSLATE_NOOP("Commands", "checks, records, signs and sends a job, and prints its ARN; takes every "
                                              "option of aws braket create-job"),
                createJob},
        Command{"get-job", "--job-arn ARN [--additional-attribute-names QueueInfo]",
                QT_TRANSLATE_NOOP("Commands", "prints what the service knows about a job"), getJob},
        Command{"cancel-job", "--job-arn ARN", QT_TRANSLATE_NOOP("Commands", "asks the service to stop a job"),
                cancelJob},
        Command{"search-jobs", "--filters FILTERS [--max-items N] [--max-results N] [--next-token TOKEN]",
                QT_TRANSLATE_NOOP("Commands", "lists jobs of the region; --filters '[]' lists all"), searchJobs},
        Command{"check", "FILE… [--fix [--in-place]] [--online]",
                QT_TRANSLATE_NOOP("Commands", "checks job documents without a network; FILE is JSON or YAML, - reads "
                                              "standard input; --online looks at their places in S3 too; exit code 1 "
                                              "when there are errors"),
                check},
        Command{"export", "FILE --as TARGET [--form readable|hardened|file] [--with-client-token] [--overwrite]",
                QT_TRANSLATE_NOOP("Commands", "writes the equivalent command, script or document; TARGET is sh, bash, "
                                              "zsh, fish, powershell, powershell51, cmd, json, yaml, boto3, "
                                              "braket-sdk, powershell-cmdlet or curl; the file form puts the document "
                                              "beside it"),
                exportDocument},
        Command{"import", "FILE [--as FORMAT] [--index N]",
                QT_TRANSLATE_NOOP("Commands", "reads whatever describes a job: a command of any shell, JSON, YAML, a "
                                              "boto3 or New-BRKTJob call, an answer of get-job, a CloudTrail event; "
                                              "prints the document"),
                importDocument},
        Command{"pack",
                "FOLDER -o X.tar.gz [--entry-points] [--root NAME] [--no-gitignore] [--dry-run] | --list "
                "ARCHIVE|S3URI [--entry-point TEXT]",
                QT_TRANSLATE_NOOP("Commands", "packs a folder as a script archive, always the same bytes for the same "
                                              "files; --list looks inside one, and ends with 1 when it could not run"),
                pack},
        Command{"history", "list [--text TEXT] [--limit N] | show ID | resolve | note ID TEXT | forget ID",
                QT_TRANSLATE_NOOP("Commands",
                                  "the local record of submissions; resolve settles those whose answer was lost"),
                history},
        Command{"credentials", "add NAME --access-key-id ID | list | remove NAME",
                QT_TRANSLATE_NOOP("Commands", "keys in the keychain of the operating system; a secret is read from the "
                                              "terminal or standard input, never from an option"),
                credentials},
        Command{"template", "list | show NAME | fill NAME [--set PLACE=VALUE]… [--as json|yaml]",
                QT_TRANSLATE_NOOP("Commands", "job documents with places to fill in, your own and those that come with "
                                              "the program; NAME may be a file"),
                templates},
        Command{"whoami", "",
                QT_TRANSLATE_NOOP("Commands", "prints account and identity, and where the credentials came from"),
                whoami},
        Command{"s3", "ls|cp|rm|mb|presign [ARGUMENT…] [OPTION…]",
                QT_TRANSLATE_NOOP("Commands", "objects in S3, with the output of aws s3"), s3},
        Command{
            "sandbox", "[--port N] [--speed X] [--fault RULE]… [--state FILE]",
            QT_TRANSLATE_NOOP("Commands", "runs the built-in local service until interrupted, and says how to use it"),
            sandbox},
    };
    return table;
}

} // namespace braketeer::cli
