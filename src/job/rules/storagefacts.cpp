#include "job/rules/storagefacts.h"

#include "core/s3uri.h"
#include "job/rules/places.h"
#include "job/rules/say.h"

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

void checkBucket(const StoragePlace &place, const BucketFact &fact, const QString &jobRegion, Findings &findings)
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
    } else if (fact.state == BucketFact::State::Denied) {
        findings.append(finding(
            u"V45"_s, Severity::Skipped, place.path,
            Rules::tr("Whether the job can use the bucket %1 is not known: you may not look into it.").arg(name)));
    }
}

void checkScript(const StoragePlace &place, PlaceFact::State state, Findings &findings)
{
    if (state == PlaceFact::State::Prefix) {
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

void checkInput(const StoragePlace &place, PlaceFact::State state, Findings &findings)
{
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

bool holdsPlaces(const Path &topLevel)
{
    const QString name = topLevel.toString();
    return name == "algorithmSpecification"_L1 || name == "inputDataConfig"_L1 || name == "outputDataConfig"_L1
           || name == "checkpointConfig"_L1;
}

Findings checkStorage(const JobSpec &spec, const CheckContext &context, const StorageFacts &facts)
{
    Findings findings;
    const QList<StoragePlace> places = storagePlaces(spec);
    for (const StoragePlace &place : places) {
        const BucketFact bucket = facts.buckets.value(core::S3Uri::parse(place.uri)->bucket);
        checkBucket(place, bucket, context.region, findings);
        if (bucket.state == BucketFact::State::Missing)
            continue;
        const PlaceFact::State state = facts.places.value(place.uri).state;
        if (place.kind == PlaceKind::Object)
            checkScript(place, state, findings);
        else if (place.kind == PlaceKind::Input)
            checkInput(place, state, findings);
    }
    return findings;
}

} // namespace braketeer::job
