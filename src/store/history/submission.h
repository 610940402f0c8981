#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <optional>

namespace braketeer::store {

/// How far a CreateJob request has come. The first three are open: something is still to be found out.
enum class SubmissionState {
    Prepared, ///< recorded; no byte has left
    Sent,     ///< may have left at any moment since; no answer yet
    Unknown,  ///< sent, and the answer was lost: the job may or may not exist
    Accepted, ///< the service answered with an ARN, or the job was found there
    Refused,  ///< there is no job: the service or the person said no
};

/// "prepared", "sent", … as the database and the command line spell it.
QString stateName(SubmissionState state);
std::optional<SubmissionState> stateFromName(QStringView name);

inline bool isOpen(SubmissionState state)
{
    return state != SubmissionState::Accepted && state != SubmissionState::Refused;
}

/// COMPLETED, FAILED and CANCELLED are the end of a job. Any other word, unknown ones too, may still change.
bool isFinalStatus(QStringView status);

/// One CreateJob request, and all that came of it. Times are UTC with milliseconds; a time not known is invalid.
///
/// `endpoint` is empty for AWS's own endpoint, "demo" for the built-in service. `account` is empty until something
/// states it. `identity` says where the credentials came from ("profile research"), never what they are. Lists leave
/// `request` and `job` empty, because they can be large: History::get() has them.
struct Submission
{
    qint64 id = 0;
    QString clientToken;
    QString jobName;
    QString device;
    QString region;
    QString endpoint;
    QString account;
    QString identity;
    QString profile;
    QByteArray request; ///< the JSON body, byte for byte as it is sent
    SubmissionState state = SubmissionState::Prepared;
    QDateTime createdAt;
    QDateTime firstSentAt;
    QDateTime updatedAt;
    int attempts = 0; ///< how often it was handed to the network
    QString jobArn;
    QString errorCode;    ///< the service's code, or the kind of error ("Network")
    QString errorMessage; ///< one sentence
    QString requestId;
    QString status; ///< the job's, as the service words it; empty until known
    QDateTime jobCreatedAt;
    QDateTime startedAt;
    QDateTime endedAt;
    QString failureReason;
    QByteArray job; ///< the last GetJob answer, as it came
    QString note;   ///< a person's own words

    bool operator==(const Submission &) const = default;
};

/// What the service says about a job now. Empty members and invalid times leave what is known as it is.
struct JobUpdate
{
    QString status;
    QString device;
    QDateTime jobCreatedAt;
    QDateTime startedAt;
    QDateTime endedAt;
    QString failureReason;
    QByteArray job; ///< GetJob's answer, empty when only a list was read
};

} // namespace braketeer::store

Q_DECLARE_METATYPE(braketeer::store::Submission)
