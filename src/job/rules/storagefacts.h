#pragma once

#include "job/rules/check.h"

#include <QHash>
#include <QList>
#include <QString>

namespace braketeer::job {

/// What a look at a bucket showed.
struct BucketFact
{
    enum class State {
        Unknown, ///< nobody looked, or the look failed
        There,
        Missing,
        Denied, ///< it is there, and may not be looked into
    };

    /// Whether the managed policies of Amazon Braket let a job's role in. They ask for a name that begins with
    /// "amazon-braket-", or for the tag AmazonBraket=true on a bucket whose tags count (ABAC).
    enum class Admission {
        Unknown, ///< nobody looked, or the server knows no such things
        Given,
        NoTag,
        TagsDoNotCount,
        Denied, ///< tags may not be looked at
    };

    State state = State::Unknown;
    Admission admission = Admission::Unknown;
    QString region; ///< that it is used in; empty: not known, or the server knows no regions
};

/// What a look at a place showed.
struct PlaceFact
{
    enum class State {
        Unknown,
        Object,  ///< there is an object of exactly this key
        Prefix,  ///< objects begin with it, none is it
        Nothing, ///< neither
        Denied,
    };

    State state = State::Unknown;
    qint64 objects = 0;   ///< that begin with it, as far as they were counted
    qint64 bytes = -1;    ///< of them together; -1: not counted
    bool hasMore = false; ///< there are more than were counted
};

/// Everything that was seen in S3 for one document, gathered before (flows::lookAtStorage()): a check never fetches.
struct StorageFacts
{
    QHash<QString, BucketFact> buckets; ///< by name
    QHash<QString, PlaceFact> places;   ///< by s3:// URI as it stands in the document
};

/// What a place in the document has to be.
enum class PlaceKind {
    Object, ///< the script: one object
    Input,  ///< an object, or a prefix with objects
    Output, ///< a prefix that may be empty
};

struct StoragePlace
{
    Path path;
    QString uri;
    PlaceKind kind = PlaceKind::Input;
};

/// Every place of the document that is written as s3://, in its order.
QList<StoragePlace> storagePlaces(const JobSpec &spec);

/// Whether places of storagePlaces() lie below this top-level member: where not, an edit changes none.
bool holdsPlaces(const Path &topLevel);

/// Whether the managed policies let jobs into a bucket for its name alone.
bool isBraketBucket(const QString &bucket);

/// V14 (the script is one object that is there, and not empty), V44 (the managed policies let jobs into the bucket),
/// V45 (the bucket exists, in the job's region) and V46 (an input has something in it; how much is a finding of
/// severity Info). What is unknown is passed over; what may not be looked at is one finding of severity Skipped for
/// each place. Pure. Source: Amazon Braket Developer Guide, "Create a Hybrid Job", "Troubleshooting", "Using Amazon S3
/// buckets".
Findings checkStorage(const JobSpec &spec, const CheckContext &context, const StorageFacts &facts);

} // namespace braketeer::job
