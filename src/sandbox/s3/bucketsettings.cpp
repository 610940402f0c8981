#include "sandbox/s3/operations.h"
#include "sandbox/s3/xml.h"

#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

/// What clients ask of a bucket without need: the answer of one to which nobody gave any setting.
struct Setting
{
    const char *parameter;
    const char *root;    ///< of the answer; null: a refusal
    const char *content; ///< of the answer; of a refusal its code
    const char *message; ///< of a refusal
};

constexpr std::array settings{
    Setting{"versioning", "VersioningConfiguration", "", nullptr},
    Setting{"logging", "BucketLoggingStatus", "", nullptr},
    Setting{"accelerate", "AccelerateConfiguration", "", nullptr},
    Setting{"requestPayment", "RequestPaymentConfiguration", "<Payer>BucketOwner</Payer>", nullptr},
    Setting{"encryption", "ServerSideEncryptionConfiguration",
            "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
            "</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule>",
            nullptr},
    Setting{"publicAccessBlock", "PublicAccessBlockConfiguration",
            "<BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>"
            "<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets>",
            nullptr},
    Setting{"ownershipControls", "OwnershipControls",
            "<Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule>", nullptr},
    Setting{"abac", "AbacStatus", "<Status>Disabled</Status>", nullptr},
    Setting{"tagging", nullptr, "NoSuchTagSet", "The TagSet does not exist"},
    Setting{"policy", nullptr, "NoSuchBucketPolicy", "The bucket policy does not exist"},
    Setting{"policyStatus", nullptr, "NoSuchBucketPolicy", "The bucket policy does not exist"},
    Setting{"cors", nullptr, "NoSuchCORSConfiguration", "The CORS configuration does not exist"},
    Setting{"website", nullptr, "NoSuchWebsiteConfiguration",
            "The specified bucket does not have a website configuration"},
    Setting{"lifecycle", nullptr, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"},
    Setting{"object-lock", nullptr, "ObjectLockConfigurationNotFoundError",
            "Object Lock configuration does not exist for this bucket"},
    Setting{"replication", nullptr, "ReplicationConfigurationNotFoundError",
            "The replication configuration was not found"},
};

} // namespace

Reply bucketSetting(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    for (const Setting &setting : settings) {
        if (!call.query.has(setting.parameter))
            continue;
        if (!setting.root)
            return refuse(
                {404, setting.content, QString::fromLatin1(setting.message), {{"BucketName"_ba, bucket->name}}, {}});
        Xml xml;
        xml.openRoot(setting.root);
        xml.append(setting.content);
        xml.close(setting.root);
        return xmlAnswer(xml.text());
    }
    return unserved(call);
}

Reply unserved(const Call &call)
{
    return refuse(notImplemented(QString::fromUtf8(call.request.method + " of " + call.request.query())));
}

} // namespace braketeer::sandbox::s3
