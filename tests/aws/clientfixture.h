#pragma once

#include "scriptedserver.h"

#include "aws/http/client.h"

#include <QCoroTask>

/// Keys that never change, and how often they were asked for.
class ExampleKeys final : public braketeer::aws::CredentialProvider
{
public:
    braketeer::core::Task<braketeer::aws::Credentials> credentials() override
    {
        ++asked;
        braketeer::aws::Credentials keys;
        keys.accessKeyId = id;
        keys.secretAccessKey = braketeer::core::Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
        keys.sessionToken = braketeer::core::Secret(token);
        keys.source = QStringLiteral("profile example");
        co_return keys;
    }

    QString id = QStringLiteral("AKIDEXAMPLE");
    QByteArray token;
    int asked = 0;
};

/// A client that talks to one server, whose clock stands still and whose pauses take no time.
struct ClientFixture
{
    explicit ClientFixture(const QString &endpoint)
    {
        config.region = QStringLiteral("us-west-2");
        config.endpointUrl = endpoint;
        config.proxy = {};
    }

    std::shared_ptr<braketeer::aws::Client> client()
    {
        using namespace braketeer;
        aws::RetryPacing pacing;
        pacing.sleep = [this](std::chrono::milliseconds duration, core::CancelToken) -> core::Task<> {
            slept.append(duration.count());
            if (duringSleep)
                duringSleep();
            co_return core::Result<>();
        };
        pacing.random = [this] { return random; };
        return std::make_shared<aws::Client>(
            config, keys, [this] { return now; }, pacing);
    }

    braketeer::core::Result<braketeer::aws::Response> send(braketeer::aws::Request request,
                                                           braketeer::core::CancelToken cancel = {})
    {
        return QCoro::waitFor(client()->send(std::move(request), std::move(cancel)));
    }

    static braketeer::aws::Request post(const QByteArray &body = "{\"a\": 1}")
    {
        braketeer::aws::Request request;
        request.service = QStringLiteral("braket");
        request.method = "POST";
        request.path = "/job";
        request.headers = {{"Content-Type", "application/json"}};
        request.body = body;
        return request;
    }

    static braketeer::aws::Request get(const QByteArray &path = "/device")
    {
        braketeer::aws::Request request;
        request.service = QStringLiteral("braket");
        request.method = "GET";
        request.path = path;
        request.repeatable = true;
        return request;
    }

    braketeer::aws::ClientConfig config;
    std::shared_ptr<ExampleKeys> keys = std::make_shared<ExampleKeys>();
    QDateTime now{QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC};
    double random = 0.5;
    QList<qint64> slept; ///< milliseconds
    std::function<void()> duringSleep;
};
