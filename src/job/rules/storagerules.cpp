#include "core/arn.h"
#include "core/s3uri.h"
#include "job/rules/bucketname.h"
#include "job/rules/families.h"
#include "job/rules/places.h"
#include "job/rules/say.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

struct Place
{
    Path path;
    core::S3Uri uri;
};

std::optional<Place> placeAt(const JobSpec &spec, const Path &path)
{
    const QString *text = textAt(spec, path);
    const std::optional<core::S3Uri> uri = text ? core::S3Uri::parse(*text) : std::nullopt;
    return uri ? std::optional(Place{path, *uri}) : std::nullopt;
}

/// Every S3 location in the document that is written as s3://.
QList<Place> places(const JobSpec &spec)
{
    QList<Path> paths{scriptPath().child(u"s3Uri"_s)};
    const Path inputs = Path().child(u"inputDataConfig"_s);
    const Value *channels = spec.find(inputs);
    for (qsizetype i = 0; channels && i < channels->items().size(); ++i)
        paths << inputs.item(int(i)).child(u"dataSource"_s).child(u"s3DataSource"_s).child(u"s3Uri"_s);
    paths << outputPath(u"s3Path"_s) << checkpointPath(u"s3Uri"_s);
    QList<Place> found;
    for (const Path &path : std::as_const(paths)) {
        if (const std::optional<Place> place = placeAt(spec, path))
            found.append(*place);
    }
    return found;
}

/// "s3://b/a" holds "s3://b/a", "s3://b/a/" and "s3://b/a/c", but not "s3://b/ab".
bool holds(const core::S3Uri &outer, const core::S3Uri &inner)
{
    if (outer.bucket != inner.bucket)
        return false;
    QString prefix = outer.key;
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    return prefix.isEmpty() || inner.key == prefix || inner.key.startsWith(prefix + u'/');
}

bool isPlain(QChar c)
{
    return c.unicode() > 0x1f && c.unicode() < 0x7f && c != u'?' && c != u'#';
}

} // namespace

void checkBucketNames(const JobSpec &spec, const CheckContext &context, Findings &findings)
{
    for (const Place &place : places(spec)) {
        const BucketVerdict verdict = judgeBucketName(place.uri.bucket, context.region);
        if (verdict.message.isEmpty())
            continue;
        findings.append(
            finding(u"V40"_s, verdict.certain ? Severity::Error : Severity::Warning, place.path, verdict.message));
    }
}

void checkKeysAreSafe(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    for (const Place &place : places(spec)) {
        if (std::ranges::all_of(place.uri.key, isPlain))
            continue;
        const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(place.uri.key, "/"));
        findings.append(
            finding(u"V41"_s, Severity::Warning, place.path,
                    Rules::tr("The key has characters that tools read in different ways; on the wire it is %1. "
                              "Prefer plain letters, digits, dots, hyphens and slashes.")
                        .arg(quoted(encoded))));
    }
}

void checkPrefixesAreApart(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const std::optional<Place> output = placeAt(spec, outputPath(u"s3Path"_s));
    const std::optional<Place> checkpoints = placeAt(spec, checkpointPath(u"s3Uri"_s));
    const std::optional<Place> script = placeAt(spec, scriptPath().child(u"s3Uri"_s));
    if (output && checkpoints && (holds(output->uri, checkpoints->uri) || holds(checkpoints->uri, output->uri)))
        findings.append(
            finding(u"V42"_s, Severity::Warning, checkpoints->path,
                    Rules::tr("Checkpoints and results share a folder, and may overwrite each other: give each "
                              "a folder of its own.")));
    for (const std::optional<Place> &folder : {output, checkpoints}) {
        if (folder && script && holds(folder->uri, script->uri))
            findings.append(
                finding(u"V42"_s, Severity::Warning, folder->path,
                        Rules::tr("The script archive lies in the folder that the job writes to: give the output "
                                  "a folder of its own.")));
    }
}

void checkCheckpointFolder(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const Path path = checkpointPath(u"localPath"_s);
    const QString *text = textAt(spec, path);
    if (!text || text->isEmpty())
        return;
    const Fix fix = useText(path, u"/opt/jobs/checkpoints"_s);
    if (!text->startsWith(u'/')) {
        findings.append(
            finding(u"V52"_s, Severity::Error, path,
                    Rules::tr("The folder in the container, %1, is not an absolute path: start it with “/”.")
                        .arg(quoted(*text)),
                    fix));
        return;
    }
    // Source: Amazon Braket Developer Guide, "Using the API with Hybrid Jobs". The API's own default is one of them.
    static const QRegularExpression reserved(uR"(\A/(opt/ml|opt/braket|tmp|usr/local/nvidia)(/|\z))"_s);
    const QRegularExpressionMatch match = reserved.match(*text);
    if (match.hasMatch())
        findings.append(
            finding(u"V52"_s, Severity::Warning, path,
                    Rules::tr("The guide reserves /%1 for Braket itself: use another folder for checkpoints.")
                        .arg(match.captured(1)),
                    fix));
}

void checkKey(const JobSpec &spec, const CheckContext &context, Findings &findings)
{
    const Path path = outputPath(u"kmsKeyId"_s);
    const QString *text = textAt(spec, path);
    if (!text || text->isEmpty())
        return;
    const std::optional<core::Arn> arn = core::Arn::parse(*text);
    // Source: AWS KMS API Reference, KeyId: key id, key ARN, alias name, alias ARN; multi-Region ids start with "mrk-".
    static const QRegularExpression plain(
        uR"(\A([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias/.+)\z)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression resource(uR"(\A(key|alias)/.+\z)"_s);
    if (arn ? arn->service != "kms"_L1 || !resource.match(arn->resource).hasMatch() : !plain.match(*text).hasMatch()) {
        findings.append(
            finding(u"V53"_s, Severity::Warning, path,
                    Rules::tr("%1 does not look like a KMS key: write its id, its ARN, or alias/ and a name.")
                        .arg(quoted(*text))));
        return;
    }
    if (arn && !context.region.isEmpty() && arn->region != context.region)
        findings.append(
            finding(u"V53"_s, Severity::Warning, path,
                    Rules::tr("The key is in %1 and the job in %2: a key of the job's own region is needed.")
                        .arg(arn->region, context.region)));
}

} // namespace braketeer::job::rules
