#include "../aws/suitecases.h"
#include "s3builders.h"

#include "aws/credentials/provider.h"
#include "aws/endpoints/resolve.h"
#include "aws/http/client.h"
#include "aws/http/request.h"
#include "aws/identity/assumerole.h"
#include "aws/identity/getcalleridentity.h"
#include "aws/sigv4/percent.h"
#include "services/braket/canceljob.h"
#include "services/braket/cancelquantumtask.h"
#include "services/braket/createjob.h"
#include "services/braket/createquantumtask.h"
#include "services/braket/createspendinglimit.h"
#include "services/braket/deletespendinglimit.h"
#include "services/braket/getdevice.h"
#include "services/braket/getjob.h"
#include "services/braket/getquantumtask.h"
#include "services/braket/listtagsforresource.h"
#include "services/braket/searchdevices.h"
#include "services/braket/searchjobs.h"
#include "services/braket/searchquantumtasks.h"
#include "services/braket/searchspendinglimits.h"
#include "services/braket/tagresource.h"
#include "services/braket/untagresource.h"
#include "services/braket/updatespendinglimit.h"
#include "services/s3/presignedurl.h"

#include <QMultiMap>

using namespace braketeer;
using namespace braketeer::services::braket;
using namespace Qt::StringLiterals;

namespace {

using Builder = aws::Request (*)(const QJsonObject &params);

QString text(const QJsonObject &params, QLatin1StringView name)
{
    return params[name].toString();
}

QStringList texts(const QJsonObject &params, QLatin1StringView name)
{
    QStringList list;
    const QJsonArray items = params[name].toArray();
    for (const auto &item : items)
        list.append(item.toString());
    return list;
}

QMap<QString, QString> tags(const QJsonObject &params)
{
    QMap<QString, QString> map;
    const QJsonObject members = params["tags"_L1].toObject();
    for (auto tag = members.begin(); tag != members.end(); ++tag)
        map.insert(tag.key(), tag.value().toString());
    return map;
}

QByteArray document(const QJsonObject &params)
{
    return QJsonDocument(params).toJson(QJsonDocument::Compact);
}

bool queueInfo(const QJsonObject &params)
{
    return texts(params, "additionalAttributeNames"_L1).contains(u"QueueInfo"_s);
}

std::optional<TimePeriod> period(const QJsonObject &params)
{
    if (!params.contains("timePeriod"_L1))
        return std::nullopt;
    const QJsonObject members = params["timePeriod"_L1].toObject();
    return TimePeriod{QDateTime::fromString(text(members, "startAt"_L1), Qt::ISODate),
                      QDateTime::fromString(text(members, "endAt"_L1), Qt::ISODate)};
}

aws::Request createLimit(const QJsonObject &p)
{
    return createSpendingLimitRequest(
        {text(p, "clientToken"_L1), text(p, "deviceArn"_L1), text(p, "spendingLimit"_L1), period(p), tags(p)});
}

aws::Request updateLimit(const QJsonObject &p)
{
    return updateSpendingLimitRequest(
        {text(p, "spendingLimitArn"_L1), text(p, "clientToken"_L1), text(p, "spendingLimit"_L1), period(p)});
}

aws::Request assumeRole(const QJsonObject &p)
{
    aws::AssumeRoleInput input;
    input.roleArn = text(p, "RoleArn"_L1);
    input.roleSessionName = text(p, "RoleSessionName"_L1);
    const QJsonArray policies = p["PolicyArns"_L1].toArray();
    for (const auto &policy : policies)
        input.policyArns.append(policy.toObject()["arn"_L1].toString());
    input.policy = text(p, "Policy"_L1);
    if (p.contains("DurationSeconds"_L1))
        input.durationSeconds = p["DurationSeconds"_L1].toInt();
    const QJsonArray sessionTags = p["Tags"_L1].toArray();
    for (const auto &tag : sessionTags)
        input.tags.emplaceBack(tag.toObject()["Key"_L1].toString(), tag.toObject()["Value"_L1].toString());
    input.transitiveTagKeys = texts(p, "TransitiveTagKeys"_L1);
    input.externalId = text(p, "ExternalId"_L1);
    input.serialNumber = text(p, "SerialNumber"_L1);
    input.tokenCode = text(p, "TokenCode"_L1);
    input.sourceIdentity = text(p, "SourceIdentity"_L1);
    return aws::assumeRoleRequest(input);
}

const QHash<QString, Builder> &builders()
{
    using P = const QJsonObject &;
    static const QHash<QString, Builder> table{
        {u"CreateJob"_s, [](P p) { return createJobRequest(document(p)); }},
        {u"GetJob"_s, [](P p) { return getJobRequest(text(p, "jobArn"_L1), queueInfo(p)); }},
        {u"CancelJob"_s, [](P p) { return cancelJobRequest(text(p, "jobArn"_L1)); }},
        {u"SearchJobs"_s, [](P p) { return searchJobsRequest(document(p)); }},
        {u"GetDevice"_s, [](P p) { return getDeviceRequest(text(p, "deviceArn"_L1)); }},
        {u"SearchDevices"_s, [](P p) { return searchDevicesRequest(document(p)); }},
        {u"CreateQuantumTask"_s, [](P p) { return createQuantumTaskRequest(document(p)); }},
        {u"GetQuantumTask"_s, [](P p) { return getQuantumTaskRequest(text(p, "quantumTaskArn"_L1), queueInfo(p)); }},
        {u"CancelQuantumTask"_s,
         [](P p) { return cancelQuantumTaskRequest(text(p, "quantumTaskArn"_L1), text(p, "clientToken"_L1)); }},
        {u"SearchQuantumTasks"_s, [](P p) { return searchQuantumTasksRequest(document(p)); }},
        {u"CreateSpendingLimit"_s, createLimit},
        {u"UpdateSpendingLimit"_s, updateLimit},
        {u"DeleteSpendingLimit"_s, [](P p) { return deleteSpendingLimitRequest(text(p, "spendingLimitArn"_L1)); }},
        {u"SearchSpendingLimits"_s, [](P p) { return searchSpendingLimitsRequest(document(p)); }},
        {u"ListTagsForResource"_s, [](P p) { return listTagsForResourceRequest(text(p, "resourceArn"_L1)); }},
        {u"TagResource"_s, [](P p) { return tagResourceRequest(text(p, "resourceArn"_L1), tags(p)); }},
        {u"UntagResource"_s,
         [](P p) { return untagResourceRequest(text(p, "resourceArn"_L1), texts(p, "tagKeys"_L1)); }},
        {u"GetCallerIdentity"_s, [](P) { return aws::getCallerIdentityRequest(); }},
        {u"AssumeRole"_s, assumeRole},
    };
    return table;
}

/// Name → values in their order, percent-decoded.
QMap<QByteArray, QByteArrayList> decodedPairs(const QByteArray &encoded, bool plusIsBlank)
{
    QMap<QByteArray, QByteArrayList> pairs;
    const QByteArrayList members = encoded.isEmpty() ? QByteArrayList() : encoded.split('&');
    for (QByteArray member : members) {
        if (plusIsBlank)
            member.replace('+', ' ');
        const qsizetype equals = member.indexOf('=');
        QByteArray name;
        QByteArray value;
        aws::appendPercentDecoded(name, equals < 0 ? member : member.first(equals));
        aws::appendPercentDecoded(value, equals < 0 ? QByteArray() : member.sliced(equals + 1));
        pairs[name].append(value);
    }
    return pairs;
}

QMap<QByteArray, QByteArrayList> pairsOf(const aws::Headers &query)
{
    QMap<QByteArray, QByteArrayList> pairs;
    for (const aws::Header &member : query)
        pairs[member.first].append(member.second);
    return pairs;
}

/// The keys that a case names.
class CaseKeys final : public aws::CredentialProvider
{
public:
    explicit CaseKeys(QJsonObject keys) : m_keys(std::move(keys)) { }

    core::Task<aws::Credentials> credentials() override
    {
        aws::Credentials credentials;
        credentials.accessKeyId = m_keys["access_key"_L1].toString();
        credentials.secretAccessKey = core::Secret(bytes(m_keys["secret_key"_L1]));
        credentials.sessionToken = core::Secret(bytes(m_keys["session_token"_L1]));
        co_return credentials;
    }

private:
    const QJsonObject m_keys;
};

core::Result<aws::Endpoint> endpoint(const QJsonObject &testCase)
{
    const QJsonObject options = testCase["options"_L1].toObject();
    aws::EndpointParameters parameters;
    parameters.region = testCase["region"_L1].toString();
    parameters.endpoint = options["endpoint_url"_L1].toString();
    parameters.useFips = options["fips"_L1].toBool();
    parameters.useDualStack = options["dualstack"_L1].toBool();
    if (testCase["service"_L1].toString() == "s3"_L1) {
        parameters.bucket = testCase["params"_L1]["Bucket"_L1].toString();
        parameters.forcePathStyle = options["addressing_style"_L1].toString() == "path"_L1;
        parameters.useGlobalEndpoint = true; // what botocore does for us-east-1 when nobody says otherwise
    }
    return aws::resolveEndpoint(testCase["service"_L1].toString(), parameters);
}

} // namespace

class tst_GoldenBuilders : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void requestsAreThoseOfBotocore_data() { addSuiteCases("golden"); }

    void requestsAreThoseOfBotocore()
    {
        QFETCH(const QJsonObject, testCase);
        const QString operation = testCase["operation"_L1].toString();
        const QString service = testCase["service"_L1].toString();
        if (service != "braket"_L1 && service != "sts"_L1 && service != "s3"_L1)
            QSKIP(qPrintable(u"has no request builder: "_s + service + u' ' + operation));
        const Builder build = (service == "s3"_L1 ? s3Builders() : builders()).value(operation);
        QVERIFY2(build, qPrintable(operation));
        const aws::Request request = build(testCase["params"_L1].toObject());
        const QJsonObject expect = testCase["expect"_L1].toObject();

        QCOMPARE(request.service, service);
        QCOMPARE(request.method, bytes(expect["method"_L1]));
        const auto base = endpoint(testCase);
        QVERIFY(base);
        const QByteArray url = bytes(expect["url"_L1]);
        const qsizetype mark = url.indexOf('?');
        QByteArray place = base->url + request.path;
        if (place.count('/') == 2)
            place += '/'; // an address always has a path
        QCOMPARE(place, mark < 0 ? url : url.first(mark));
        QCOMPARE(pairsOf(request.query), decodedPairs(mark < 0 ? QByteArray() : url.sliced(mark + 1), false));
        compareHeaders(request, expect["headers"_L1].toObject());
        if (service == "sts"_L1) {
            QCOMPARE(decodedPairs(request.body, true), decodedPairs(bytes(expect["body"_L1]), true));
        } else if (expect.contains("body_json"_L1)) {
            QCOMPARE(QJsonDocument::fromJson(request.body).object(), expect["body_json"_L1].toObject());
        } else {
            QCOMPARE(request.body, bytes(expect["body"_L1]));
        }
    }

    void signedUrlsAreThoseOfBotocore_data() { addSuiteCases("golden", "presigned"); }

    void signedUrlsAreThoseOfBotocore()
    {
        QFETCH(const QJsonObject, testCase);
        QVERIFY(testCase.contains("presign_expires"_L1));
        const QJsonObject options = testCase["options"_L1].toObject();
        aws::ClientConfig config;
        config.region = testCase["region"_L1].toString();
        config.s3Addressing = options["addressing_style"_L1].toString() == "path"_L1 ? aws::S3Addressing::Path
                                                                                     : aws::S3Addressing::Virtual;
        QDateTime now = QDateTime::fromString(testCase["timestamp"_L1].toString(), u"yyyyMMdd'T'HHmmss'Z'"_s);
        now.setTimeSpec(Qt::UTC);
        services::s3::Access access;
        access.client = std::make_shared<aws::Client>(
            config, std::make_shared<CaseKeys>(testCase["credentials"_L1].toObject()), [now] { return now; });
        access.regions = std::make_shared<services::s3::BucketRegions>();
        const Builder build = s3Builders().value(testCase["operation"_L1].toString());
        QVERIFY(build);
        const auto url = QCoro::waitFor(
            services::s3::presignedUrl(access, build(testCase["params"_L1].toObject()),
                                       std::chrono::seconds(testCase["presign_expires"_L1].toInt())));
        QVERIFY2(url, url ? "" : qPrintable(url.error().text()));
        QCOMPARE(url->toLatin1(), bytes(testCase["expect"_L1]["signed_url"_L1]));
    }

    void searchPagesAreDocuments()
    {
        const SearchPage page{
            {{u"jobName"_s, u"CONTAINS"_s, {u"é"_s}}, {u"deviceArn"_s, {}, {u"a"_s, u"b"_s}}}, 7, u"t"_s};
        QCOMPARE(QJsonDocument::fromJson(page.toDocument()).object(),
                 QJsonDocument::fromJson(R"({"filters": [{"name": "jobName", "operator": "CONTAINS", "values": ["é"]},
                     {"name": "deviceArn", "values": ["a", "b"]}], "maxResults": 7, "nextToken": "t"})")
                     .object());
        QCOMPARE(SearchPage().toDocument(), R"({"filters":[]})"_ba);
    }

private:
    /// Host, date, token and signature are the client's; all others must be there, and no more.
    static void compareHeaders(const aws::Request &request, const QJsonObject &expected)
    {
        QJsonObject own;
        for (const aws::Header &header : request.headers)
            own.insert(QString::fromLatin1(header.first).toLower(), QString::fromLatin1(header.second));
        QJsonObject wanted = expected;
        for (const auto byClient : {"host"_L1, "x-amz-date"_L1, "x-amz-security-token"_L1, "x-amz-content-sha256"_L1})
            wanted.remove(byClient);
        QCOMPARE(own, wanted);
    }
};

QTEST_GUILESS_MAIN(tst_GoldenBuilders)
#include "tst_golden_builders.moc"
