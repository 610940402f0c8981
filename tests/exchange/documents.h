#pragma once

#include "exchange/commandline/createjobarguments.h"
#include "exchange/document.h"
#include "exchange/exportdocument.h"
#include "randomtext.h"

/// A document with every required member and nothing else.
inline braketeer::job::JobSpec minimalDocument()
{
    return *braketeer::exchange::readDocument(
        QByteArrayLiteral(R"({"algorithmSpecification": {"scriptModeConfig": {"entryPoint": "bell", "s3Uri":
        "s3://b/k.py"}}, "instanceConfig": {"instanceType": "ml.m5.large", "volumeSizeInGb": 30}, "jobName": "bell-1",
        "outputDataConfig": {"s3Path": "s3://b/out"}, "roleArn": "arn:aws:iam::123456789012:role/x",
        "deviceConfig": {"device": "local:braket/default"}})"));
}

/// A document whose hyperparameters are at the service's limits: 100 with keys of 256 and values of 2,500 characters.
inline braketeer::job::JobSpec largestDocument()
{
    using namespace braketeer::job;
    JobSpec spec = minimalDocument();
    Value map = Value::map();
    for (int i = 0; i < 100; ++i)
        map.insert(QStringLiteral("key%1").arg(i).leftJustified(256, QLatin1Char('-')),
                   Value::text(QString(2500, QChar(u'a' + i % 26))));
    spec.set(Path::parse(u"hyperParameters"), map);
    return spec;
}

/// Some value of any kind, with awkward texts in it.
inline braketeer::job::Value randomValue(QRandomGenerator &random, int depth)
{
    using braketeer::job::Value;
    switch (random.bounded(depth > 0 ? 7 : 5)) {
    case 0:
        return Value::number(random.bounded(100));
    case 1:
        return Value();
    case 5: {
        QList<Value> items;
        for (int i = random.bounded(3); i > 0; --i)
            items.append(randomValue(random, depth - 1));
        return Value::list(std::move(items));
    }
    case 6: {
        Value map = Value::map();
        for (int i = random.bounded(3); i > 0; --i)
            map.insert(randomText(random, 4), randomValue(random, depth - 1));
        return map;
    }
    default:
        return Value::text(randomText(random, 8));
    }
}

/// A document with hostile texts in proper places, and now and then something that is wrong.
inline braketeer::job::JobSpec randomDocument(QRandomGenerator &random)
{
    using namespace braketeer::job;
    using namespace Qt::StringLiterals;
    JobSpec spec = minimalDocument();
    const auto text = [&random] { return Value::text(randomText(random, 10)); };
    spec.set(Path::parse(u"jobName"), text());
    spec.set(Path::parse(u"outputDataConfig.s3Path"), text());
    for (int i = random.bounded(4); i > 0; --i)
        spec.set(Path().child(u"hyperParameters"_s).child(randomText(random, 3)), text());
    for (int i = random.bounded(3); i > 0; --i)
        spec.set(Path().child(u"tags"_s).child(u"key"_s + QString::number(i)), text());
    for (int i = random.bounded(3) - 1; i >= 0; --i) {
        const Path channel = Path::parse(u"inputDataConfig").item(i);
        spec.set(channel.child(u"channelName"_s), text());
        spec.set(channel.child(u"dataSource"_s).child(u"s3DataSource"_s).child(u"s3Uri"_s), text());
    }
    static const QStringList places{u"roleArn"_s,           u"tags"_s,
                                    u"instanceConfig"_s,    u"inputDataConfig"_s,
                                    u"stoppingCondition"_s, u"instanceConfig.volumeSizeInGb"_s,
                                    u"unknown"_s,           u"associations"_s};
    if (random.bounded(3) == 0)
        spec.set(Path::parse(places.at(random.bounded(int(places.size())))), randomValue(random, 3));
    return spec;
}

/// What the AWS CLI would make of these arguments: the document; nothing, with a message in `why`, where that fails.
/// Files are read through `readFile`.
inline std::optional<braketeer::job::Value> readBack(
    const QStringList &arguments, QString &why, const braketeer::exchange::FileReader &readFile = [](auto path) {
        return braketeer::core::fail(braketeer::core::Error::Kind::Usage,
                                     QStringLiteral("no file may be read: ") + path);
    })
{
    using namespace braketeer::exchange;
    using namespace Qt::StringLiterals;
    if (arguments.mid(0, 2) != QStringList{u"braket"_s, u"create-job"_s}) {
        why = u"not the command: "_s + arguments.join(u' ');
        return std::nullopt;
    }
    const auto global = parseArguments(
        {{.name = u"--region"_s}, {.name = u"--profile"_s}, {.name = u"--endpoint-url"_s}}, arguments.mid(2));
    if (!global) {
        why = global.error().text();
        return std::nullopt;
    }
    // Required options are another matter.
    const auto parsed = parseCreateJobArguments(global->rest.contains(u"--cli-input-json"_s)
                                                    ? global->rest
                                                    : global->rest + QStringList{u"--cli-input-json"_s, u"{}"_s},
                                                readFile);
    if (!parsed) {
        why = parsed.error().text();
        return std::nullopt;
    }
    return parsed->spec.root();
}
