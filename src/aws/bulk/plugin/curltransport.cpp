#include "aws/bulk/plugin/curltransport.h"

#include "aws/bulk/plugin/curlfailure.h"
#include "aws/bulk/plugin/curlloop.h"
#include "aws/http/certificates.h"
#include "aws/sigv4/percent.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>

#include <algorithm>
#include <coroutine>
#include <optional>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

bool hasDotSegments(QByteArrayView url)
{
    const qsizetype authority = url.indexOf("://") + 3;
    const qsizetype query = url.indexOf('?');
    const QByteArray path = (query < 0 ? url : url.first(query)).sliced(authority).toByteArray();
    const auto segments = path.split('/');
    return std::any_of(segments.begin(), segments.end(), [](const QByteArray &segment) {
        const QByteArray decoded = percentDecoded(segment);
        return decoded == "." || decoded == "..";
    });
}

CurlProxy asCurl(const QUrl &proxy)
{
    if (proxy.isEmpty())
        return {};
    const bool http = proxy.scheme() == "http"_L1;
    const int port = proxy.port(http ? 80 : 1080);
    // The name is looked up by the proxy, as Qt's SOCKS client does it.
    const QString address = (http ? u"http"_s : u"socks5h"_s) + u"://"_s + proxy.host() + u':' + QString::number(port);
    return {address.toLatin1(), proxy.userName(QUrl::FullyDecoded).toUtf8(),
            proxy.password(QUrl::FullyDecoded).toUtf8()};
}

tl::unexpected<BulkFailure> refused(core::Error::Kind kind, const QString &message)
{
    core::Error error;
    error.kind = kind;
    error.message = message;
    return tl::unexpected(BulkFailure{std::move(error), false, 0});
}

/// Suspends until the loop is done with the exchange, and goes on on the asker's thread.
struct Carried
{
    CurlLoop &loop;
    QObject &here;
    std::shared_ptr<CurlExchange> exchange;

    bool await_ready() const { return false; }

    void await_suspend(std::coroutine_handle<> waiting)
    {
        exchange->done = [receiver = &here, waiting] {
            QMetaObject::invokeMethod(
                receiver, [waiting] { waiting.resume(); }, Qt::QueuedConnection);
        };
        loop.start(exchange);
    }

    void await_resume() const { }
};

} // namespace

struct CurlState
{
    explicit CurlState(const ClientConfig &config)
        : proxy(config.proxy)
        , caBundle(config.caBundle)
        , readTimeout(config.readTimeout)
        , connectTimeout(config.connectTimeout)
    {
    }

    core::Result<> checkCertificates(const QUrl &url);
    CurlLoop &running();

    const ProxySettings proxy;
    const QString caBundle;
    const std::chrono::milliseconds readTimeout;
    const std::chrono::milliseconds connectTimeout;
    bool certificatesChecked = false;
    std::uint64_t lastNumber = 0;
    QObject here; ///< lives with the asker
    std::unique_ptr<CurlLoop> loop;
};

// libcurl says only "error setting certificate verify locations".
core::Result<> CurlState::checkCertificates(const QUrl &url)
{
    if (certificatesChecked || caBundle.isEmpty() || url.scheme() != "https"_L1)
        return {};
    if (const auto certificates = readBundle(caBundle); !certificates)
        return core::fail(certificates.error());
    certificatesChecked = true;
    return {};
}

CurlLoop &CurlState::running()
{
    if (!loop)
        loop = std::make_unique<CurlLoop>(CurlSettings{QFile::encodeName(caBundle), connectTimeout, readTimeout});
    return *loop;
}

CurlTransport::CurlTransport(const ClientConfig &config) : m_state(std::make_shared<CurlState>(config)) { }

CurlTransport::~CurlTransport() = default;

QCoro::Task<tl::expected<BulkAnswer, BulkFailure>> CurlTransport::send(BulkRequest request, core::CancelToken cancel)
{
    return run(m_state, std::move(request), std::move(cancel));
}

QCoro::Task<tl::expected<BulkAnswer, BulkFailure>> CurlTransport::run(std::shared_ptr<CurlState> state,
                                                                      BulkRequest request, core::CancelToken cancel)
{
    const QUrl url = QUrl::fromEncoded(request.url, QUrl::StrictMode);
    const auto proxy = proxyFor(state->proxy, url);
    if (!proxy)
        co_return tl::unexpected(BulkFailure{proxy.error(), false, 0});
    if (const auto checked = state->checkCertificates(url); !checked)
        co_return tl::unexpected(BulkFailure{checked.error(), false, 0});
    if (!url.isValid() || hasDotSegments(request.url)) {
        const QString message = QCoreApplication::translate("Client", "The address %1 cannot be sent unchanged.")
                                    .arg(QString::fromUtf8(request.url));
        co_return refused(core::Error::Kind::Usage, message);
    }
    if (cancel.isCancelled()) {
        const QString message =
            QCoreApplication::translate("Client", "The request to %1 was cancelled.").arg(url.host());
        co_return refused(core::Error::Kind::Cancelled, message);
    }

    CurlCircumstances around;
    around.url = url;
    around.proxy = proxy->host();
    around.connectTimeout = state->connectTimeout;
    around.readTimeout = state->readTimeout;
    around.file = request.sink ? request.sink->file->path() : request.source ? request.source->file->path() : QString();
    const auto exchange = std::make_shared<CurlExchange>(++state->lastNumber, std::move(request), asCurl(*proxy));
    CurlLoop &loop = state->running();
    {
        const auto guard = cancel.onCancel([&loop, number = exchange->number] { loop.cancel(number); });
        Carried carried{loop, state->here, exchange};
        co_await carried;
    }
    if (auto failure = describe(*exchange, around))
        co_return tl::unexpected(std::move(*failure));
    co_return std::move(exchange->answer);
}

} // namespace braketeer::aws
