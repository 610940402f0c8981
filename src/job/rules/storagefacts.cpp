#include "job/rules/storagefacts.h"

#include "core/s3uri.h"
#include "job/rules/places.h"
#include "job/rules/say.h"

#include <QLocale>
#include <QSet>

namespace braketeer::job {

using namespace Qt::StringLiterals;
using namespace rules;

namespace {

void addPlace(QList<StoragePlace> &places, const JobSpec &spec, const Path &path, PlaceKind kind)
{
    const QString *text = textAt(spec, path);
    if (text && core::S3Uri::parse(*text))
        places.append({path, *text, kind});
}

/// `isPlaceDenied`: that the place may not be looked at will be said anyway.
void checkBucket(const StoragePlace &place, const BucketFact &fact, bool isPlaceDenied, const QString &jobRegion,
                 Findings &findings)
{
    const QString name = quoted(core::S3Uri::parse(place.uri)->bucket);
    if (fact.state == BucketFact::State::Missing) {
        findings.append(finding(
            u"V45"_s, Severity::Error, place.path,
            Rules::tr("There is no bucket %1, and Braket makes none: choose another, or create it.").arg(name)));
    } else if (!fact.region.isEmpty() && !jobRegion.isEmpty() && fact.region != jobRegion) {
        findings.append(
            finding(u"V45"_s, Severity::Error, place.path,
                    Rules::tr("The bucket %1 is in %2 and the job runs in %3: use a bucket of the job's own "
                              "region.")
                        .arg(name, fact.region, jobRegion)));
    } else if (fact.state == BucketFact::State::Denied && !isPlaceDenied) {
        findings.append(finding(
            u"V45"_s, Severity::Skipped, place.path,
            Rules::tr("Whether the job can use the bucket %1 is not known: you may not look into it.").arg(name)));
    }
}

/// Each bucket is spoken of once, where it is first named.
void checkAdmission(const StoragePlace &place, const BucketFact &fact, Findings &findings)
{
    using Admission = BucketFact::Admission;
    const QString name = quoted(core::S3Uri::parse(place.uri)->bucket);
    const QString cure = Rules::tr(
        "Unless the role has a policy of its own for it, use a bucket whose name begins with "
        "amazon-braket-, or tag this one AmazonBraket=true and enable ABAC on it.");
    const auto warn = [&](const QString &what) {
        findings.append(finding(u"V44"_s, Severity::Warning, place.path, what + u' ' + cure));
    };
    if (fact.admission == Admission::NoTag)
        warn(Rules::tr("The managed policies of Amazon Braket do not let jobs into %1.").arg(name));
    else if (fact.admission == Admission::TagsDoNotCount)
        warn(Rules::tr("%1 has the tag AmazonBraket=true, but ABAC is not enabled on it, so the managed policies of "
                       "Amazon Braket do not let jobs in.")
                 .arg(name));
    else if (fact.admission == Admission::Denied)
        warn(Rules::tr(
                 "Whether the managed policies of Amazon Braket let jobs into %1 is not known: you may not look at "
                 "its tags.")
                 .arg(name));
}

bool isArchive(const QString &uri)
{
    return uri.endsWith(".gz"_L1) || uri.endsWith(".tgz"_L1) || uri.endsWith(".tar"_L1) || uri.endsWith(".zip"_L1);
}

void checkScript(const StoragePlace &place, const PlaceFact &fact, Findings &findings)
{
    const PlaceFact::State state = fact.state;
    if (state == PlaceFact::State::Object && fact.bytes == 0) {
        // An empty archive cannot be unpacked; an empty file runs, and does nothing.
        findings.append(finding(u"V14"_s, isArchive(place.uri) ? Severity::Error : Severity::Warning, place.path,
                                Rules::tr("The script is an object of 0 bytes: upload it again.")));
    } else if (state == PlaceFact::State::Prefix) {
        findings.append(
            finding(u"V14"_s, Severity::Error, place.path,
                    Rules::tr("This is a folder, and the script is one object: name the archive or the file "
                              "itself.")));
    } else if (state == PlaceFact::State::Nothing) {
        findings.append(finding(u"V14"_s, Severity::Error, place.path,
                                Rules::tr("There is no such object: upload the script, or correct its place.")));
    } else if (state == PlaceFact::State::Denied) {
        findings.append(finding(u"V14"_s, Severity::Skipped, place.path,
                                Rules::tr("Whether the script is there is not known: you may not look at it.")));
    }
}

QString amountOf(const PlaceFact &fact)
{
    const QString size = QLocale().formattedDataSize(fact.bytes, 1, QLocale::DataSizeTraditionalFormat);
    const int objects = int(fact.objects);
    return fact.hasMore
               ? Rules::tr("More than %Ln object(s) and %1; the rest was not counted.", nullptr, objects).arg(size)
               : Rules::tr("%Ln object(s), %1 in all.", nullptr, objects).arg(size);
}

void checkInput(const StoragePlace &place, const PlaceFact &fact, Findings &findings)
{
    const PlaceFact::State state = fact.state;
    if (fact.objects > 0 && fact.bytes >= 0)
        findings.append(finding(u"V46"_s, Severity::Info, place.path, amountOf(fact)));
    if (state == PlaceFact::State::Nothing) {
        findings.append(finding(u"V46"_s, Severity::Warning, place.path,
                                Rules::tr("No object begins with this: the channel will be empty. Upload the data, or "
                                          "correct the place.")));
    } else if (state == PlaceFact::State::Denied) {
        findings.append(finding(u"V46"_s, Severity::Skipped, place.path,
                                Rules::tr("Whether there is any data is not known: you may not list it.")));
    }
}

} // namespace

QList<StoragePlace> storagePlaces(const JobSpec &spec)
{
    QList<StoragePlace> places;
    addPlace(places, spec, scriptPath().child(u"s3Uri"_s), PlaceKind::Object);
    const Path inputs = Path().child(u"inputDataConfig"_s);
    const Value *channels = spec.find(inputs);
    for (qsizetype i = 0; channels && channels->isList() && i < channels->items().size(); ++i) {
        const Path channel = inputs.item(int(i));
        addPlace(places, spec, channel.child(u"dataSource"_s).child(u"s3DataSource"_s).child(u"s3Uri"_s),
                 PlaceKind::Input);
    }
    addPlace(places, spec, outputPath(u"s3Path"_s), PlaceKind::Output);
    addPlace(places, spec, checkpointPath(u"s3Uri"_s), PlaceKind::Output);
    return places;
}

bool isBraketBucket(const QString &bucket)
{
    return bucket.startsWith("amazon-braket-"_L1);
}

bool holdsPlaces(const Path &topLevel)
{
    const QString name = topLevel.toString();
    return name == "algorithmSpecification"_L1 || name == "inputDataConfig"_L1 || name == "outputDataConfig"_L1
           || name == "checkpointConfig"_L1;
}

Findings checkStorage(const JobSpec &spec, const CheckContext &context, const StorageFacts &facts)
{
    Findings findings;
    QSet<QString> judged;
    const QList<StoragePlace> places = storagePlaces(spec);
    for (const StoragePlace &place : places) {
        const BucketFact bucket = facts.buckets.value(core::S3Uri::parse(place.uri)->bucket);
        const PlaceFact fact = facts.places.value(place.uri);
        checkBucket(place, bucket, fact.state == PlaceFact::State::Denied, context.region, findings);
        if (bucket.state == BucketFact::State::Missing)
            continue;
        const QString name = core::S3Uri::parse(place.uri)->bucket;
        if (!judged.contains(name))
            checkAdmission(place, bucket, findings);
        judged.insert(name);
        if (place.kind == PlaceKind::Object)
            checkScript(place, fact, findings);
        else if (place.kind == PlaceKind::Input)
            checkInput(place, fact, findings);
    }
    return findings;
}

} // namespace braketeer::job
