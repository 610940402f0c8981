#include "exchange/code/braketsdkscript.h"

#include "exchange/code/pythonsession.h"
#include "exchange/code/sdkcall.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BraketSdkScript)
};

// Source: release notes of amazon-braket-sdk-python, v1.63.0 (reservation_arn). What the script uses besides is older.
constexpr auto lowestSdk = "1.63.0"_L1;

/// `session = AwsSession(…)`, with whatever it takes to reach another address.
QString sessionLines(const ExportFrame &frame)
{
    if (frame.context.endpointUrl.isEmpty())
        return u"session = AwsSession(boto_session="_s + boto3Session(frame) + u")\n"_s;
    return u"boto_session = "_s + boto3Session(frame) + u"\nbraket_client = "_s + boto3Client(u"boto_session"_s, frame)
           + u"\nsession = AwsSession(boto_session=boto_session, braket_client=braket_client)\n"_s;
}

QString configImports(const QString &arguments)
{
    QStringList names;
    for (const QString &name : {u"CheckpointConfig"_s, u"InstanceConfig"_s, u"OutputDataConfig"_s,
                                u"S3DataSourceConfig"_s, u"StoppingCondition"_s}) {
        if (arguments.contains(name + u'('))
            names << u"    "_s + name + u",\n"_s;
    }
    return names.isEmpty() ? QString() : u"from braket.jobs.config import (\n"_s + names.join(QString()) + u")\n"_s;
}

QString createScript(const ExportFrame &frame, const SdkCall &call)
{
    QString arguments;
    for (const QString &argument : call.arguments)
        arguments += u"    "_s + argument + u",\n"_s;
    return u"import boto3\nfrom braket.aws import AwsQuantumJob, AwsSession\n"_s + configImports(arguments) + u'\n'
           + sessionLines(frame) + u"job = AwsQuantumJob.create(\n"_s + arguments
           + u"    aws_session=session,\n)\nprint(job.arn)\n"_s;
}

QString requestScript(const ExportFrame &frame)
{
    QList<ExportPart> parts;
    for (const ExportMember &member : frame.members)
        parts.append(createJobArgument(member, frame.form));
    return u"import boto3\nfrom braket.aws import AwsSession\n\n"_s + sessionLines(frame)
           + u"job_arn = session.create_job(\n"_s + createJobArguments(parts) + u")\nprint(job_arn)\n"_s;
}

} // namespace

core::Result<QString> braketSdkScript(const ExportFrame &frame)
{
    const SdkCall call = sdkCall(frame.members, pythonText(frame.form));
    return u"# Needs amazon-braket-sdk %1 or later.\n"_s.arg(lowestSdk)
           + (call.uncovered.isEmpty() ? createScript(frame, call) : requestScript(frame));
}

QStringList braketSdkNotes(const ExportFrame &frame)
{
    QStringList notes{Text::tr("The script needs version %1 or later of the Amazon Braket SDK.").arg(lowestSdk)};
    const SdkCall call = sdkCall(frame.members, pythonText(frame.form));
    if (!call.uncovered.isEmpty())
        notes << Text::tr("AwsQuantumJob.create() would change or lose these members: %1. The script sends the job "
                          "through AwsSession.create_job(), which changes nothing.")
                     .arg(call.uncovered.join(u", "));
    else if (!call.added.isEmpty())
        notes << Text::tr("AwsQuantumJob.create() adds what the job does not set: %1. It may create the default "
                          "bucket for that.")
                     .arg(call.added.join(u", "));
    return notes;
}

} // namespace braketeer::exchange
