#pragma once

#include "exchange/document.h"
#include "exchange/exportdocument.h"
#include "exchange/json/readjson.h"
#include "exchange/json/writejson.h"
#include "exchange/randomtext.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace codetest {

using namespace braketeer;
using namespace Qt::StringLiterals;
using exchange::CommandContext;
using exchange::Exported;
using exchange::Form;
using job::JobSpec;
using job::Path;
using job::Value;

/// What every test of exported code must have sent right.
constexpr int randomDocuments = 10'000;

/// A document with every member that AwsQuantumJob.create() has an argument for.
inline JobSpec fullDocument()
{
    return *exchange::readDocument(QByteArrayLiteral(R"({
        "algorithmSpecification": {
            "scriptModeConfig": {"entryPoint": "bell", "s3Uri": "s3://bucket/code/source.tar.gz",
                                 "compressionType": "GZIP"},
            "containerImage": {"uri": "292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-base-jobs:1"}},
        "inputDataConfig": [{"channelName": "train", "contentType": "text/csv",
                             "dataSource": {"s3DataSource": {"s3Uri": "s3://bucket/data"}}}],
        "outputDataConfig": {"s3Path": "s3://bucket/out"},
        "checkpointConfig": {"localPath": "/opt/jobs/checkpoints", "s3Uri": "s3://bucket/checkpoints"},
        "jobName": "bell-1", "roleArn": "arn:aws:iam::123456789012:role/x",
        "stoppingCondition": {"maxRuntimeInSeconds": 3600},
        "instanceConfig": {"instanceType": "ml.m5.large", "volumeSizeInGb": 30, "instanceCount": 1},
        "hyperParameters": {"shots": "1000"},
        "deviceConfig": {"device": "local:braket/default"}, "tags": {"project": "bell"}})"));
}

/// A valid document with hostile texts wherever the service takes any.
inline JobSpec hostileDocument(const QString &text)
{
    JobSpec spec = fullDocument();
    QString line = text;
    line.replace(u'\n', u' '); // the one thing that a hyperparameter may not hold
    spec.set(Path().child(u"hyperParameters"_s).child(u"a"_s), Value::text(line));
    spec.set(Path().child(u"hyperParameters"_s).child(text), Value::text(line));
    spec.set(Path::parse(u"tags.note"), Value::text(text));
    spec.set(Path().child(u"tags"_s).child(text), Value::text(u"x"_s));
    spec.set(Path::parse(u"outputDataConfig.s3Path"), Value::text(u"s3://bucket/o"_s + line));
    spec.set(Path::parse(u"checkpointConfig.localPath"), Value::text(u"/opt/"_s + text));
    spec.set(Path::parse(u"algorithmSpecification.scriptModeConfig.entryPoint"), Value::text(u"bell:"_s + text));
    spec.set(Path::parse(u"inputDataConfig[0].contentType"), Value::text(u"x/"_s + text));
    return spec;
}

/// Texts that would start, expand or end something somewhere.
inline const QStringList &hostileTexts()
{
    static const QStringList texts{u"it's"_s,
                                   u"say \"x\""_s,
                                   u"\"\"\" + __import__('os').system('id') + \"\"\""_s,
                                   u"'; id; '"_s,
                                   u"\\"_s,
                                   u"\\\\\\\""_s,
                                   u"\\N{DIGIT ONE}\\x41\\u0041{x}"_s,
                                   u"$(id)`id`${HOME}$HOME"_s,
                                   u"%PATH%%s%n !x! ^&|<>"_s,
                                   u"line\r\nbreak\n\ttab"_s,
                                   u"\nJSON\nKEYS\nEOF\n"_s,
                                   u"-x --help @file @-"_s,
                                   u"file:///etc/passwd"_s,
                                   u"‘; id ‘’‚‛"_s,
                                   u"ёё; id; ё"_s,
                                   u"😀 é 量 \u00A0"_s,
                                   u"\u202e\u2066x\u2069\u200b\u2028\uFEFF"_s,
                                   u"\u0007\u001b[31m\u0085\u007f"_s,
                                   u"#{x} {{y}} {0} %(z)s"_s,
                                   QString(2500, u'\'').left(240)};
    return texts;
}

inline JobSpec randomCodeDocument(QRandomGenerator &random)
{
    JobSpec spec = fullDocument();
    const auto text = [&random](const QString &start = {}) { return Value::text(start + randomText(random, 10)); };
    const auto maybe = [&random] { return random.bounded(3) == 0; };
    spec.set(Path::parse(u"jobName"), text());
    spec.set(Path::parse(u"algorithmSpecification.scriptModeConfig.entryPoint"), text());
    spec.set(Path::parse(u"outputDataConfig.s3Path"), text(u"s3://"_s));
    spec.set(Path::parse(u"inputDataConfig[0].channelName"), text());
    for (int i = random.bounded(4); i > 0; --i)
        spec.set(Path().child(u"hyperParameters"_s).child(randomText(random, 3)), text());
    for (int i = random.bounded(3); i > 0; --i)
        spec.set(Path().child(u"tags"_s).child(randomText(random, 3)), text());
    for (const QString &optional : {u"checkpointConfig"_s, u"checkpointConfig.localPath"_s, u"stoppingCondition"_s,
                                    u"inputDataConfig"_s, u"algorithmSpecification.containerImage"_s, u"tags"_s,
                                    u"instanceConfig.instanceCount"_s, u"hyperParameters"_s}) {
        if (maybe())
            spec.remove(Path::parse(optional));
    }
    if (maybe())
        spec.set(Path::parse(u"algorithmSpecification.scriptModeConfig.s3Uri"), text(u"s3://bucket/"_s));
    if (maybe()) {
        spec.set(Path::parse(u"inputDataConfig[1].channelName"), text());
        spec.set(Path::parse(u"inputDataConfig[1].dataSource.s3DataSource.s3Uri"), text());
    }
    if (maybe()) {
        spec.set(Path::parse(u"associations[0].arn"), text());
        spec.set(Path::parse(u"associations[0].type"), Value::text(u"RESERVATION_TIME_WINDOW_ARN"_s));
    }
    if (maybe()) // something wrong
        spec.set(Path::parse(QStringList{u"tags"_s, u"hyperParameters.n"_s, u"instanceConfig.volumeSizeInGb"_s,
                                         u"unknown"_s, u"inputDataConfig"_s, u"associations"_s, u"clientToken"_s,
                                         u"deviceConfig"_s, u"outputDataConfig.kmsKeyId"_s, u"instanceConfig.new"_s}
                                 .at(random.bounded(10))),
                 QList<Value>{Value(), Value::boolean(true), Value::number(7), text(), Value::list({text(), Value()}),
                              Value::map({{randomText(random, 4), text()}})}
                     .at(random.bounded(6)));
    return spec;
}

inline Exported exported(const JobSpec &spec, const char *target, const CommandContext &context = {})
{
    auto text = exchange::exportDocument(spec, *exchange::findTarget(QString::fromLatin1(target)), context);
    return text ? *text : Exported{.text = text.error().text()};
}

struct Ran
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

inline Ran run(const QString &program, const QStringList &arguments, const QByteArray &input,
               const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment(),
               const QString &folder = {})
{
    constexpr int patience = 280'000;
    QProcess process;
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience))
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace codetest
