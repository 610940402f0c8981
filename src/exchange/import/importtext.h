#pragma once

#include "core/result.h"
#include "exchange/filereader.h"
#include "job/findings.h"
#include "job/jobspec.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace braketeer::exchange {

/// No text that is imported may be larger, in bytes: the largest request, written in the most roundabout way, has less.
inline constexpr qsizetype maximumImportBytes = 4 * 1024 * 1024;

struct ImportOptions
{
    ImportOptions() = default;

    FileReader files = {};                   ///< answers for `file://name`; none: every file is missing
    std::optional<QString> format = {};      ///< an id of importFormats(); none: recognised from the text
    std::optional<int> index = std::nullopt; ///< which document of a text that holds several, from 0
};

/// What came out of a text that describes a job.
struct Imported
{
    job::JobSpec spec;
    QString format;         ///< what it was read as, an id of importFormats(): "sh", "getjob"
    job::Findings findings; ///< about the reading, not about the job: see importText()
    QString profile;        ///< of the command's --profile, of boto3's Session; empty where there is none
    QString region;
    QString endpointUrl;      ///< without the user name and password that it may have held
    QStringList missingFiles; ///< `file://` names that the reader had no answer for, each once
};

/// Reads whatever describes a job: an `aws braket create-job` command of any shell, a CreateJob document (JSON, YAML, a
/// filled-in skeleton, one with members of older days), an answer of GetJob, a CloudTrail event, a boto3 call, a
/// `New-BRKTJob` line.
///
/// Pure: nothing is run, expanded or fetched, and of files only those are read that `files` answers for. What the text
/// leaves open (variables, substitutions, code) stays in the document as it was written, with a finding on it. Nothing
/// is lost without a word; the findings' ids:
///
/// - `I-open` a variable, substitution or piece of code stands there; the fix is what the text itself assigns to it
/// - `I-file` a file is missing; its reference was kept
/// - `I-unknown` a member that the service model does not know was kept
/// - `I-renamed`, `I-obsolete` a member of an older API was moved to its place of today, or kept where it has none
/// - `I-placeholder` places of a skeleton that nobody filled in were left out
/// - `I-answer` what only an answer has (status, times) was left out
/// - `I-hidden` the service had hidden a value
/// - `I-token` the text carries a client token: the same submission again, not another job
/// - `I-option` an option or parameter that does not describe the job was left out
/// - `I-repeated` a member came twice; the last one counts
/// - `I-braces` bash would take unquoted braces apart; they were read as the AWS CLI's
/// - `I-ambiguous` another shell would read the text differently
///
/// The document need not be valid: job::check() says what is wrong with it. Fails (Kind::Usage) when nothing that
/// describes a job can be read, with the reason and, where there is one, line and column; and when the text holds
/// several documents and `index` names none of them.
core::Result<Imported> importText(QByteArrayView utf8, const ImportOptions &options = {});

/// A reader of the files beside an imported one: relative paths that stay within `folder`, nothing else, so that a
/// stranger's text cannot fetch a file from anywhere.
FileReader filesBeside(const QString &folder);

} // namespace braketeer::exchange
