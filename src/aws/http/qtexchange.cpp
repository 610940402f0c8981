#include "aws/http/qtexchange.h"

#include "aws/http/oneshotbody.h"
#include "aws/http/transportfailure.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <coroutine>

namespace braketeer::aws {
namespace {

using Stop = TransportTrouble::Stop;

/// Watches over one reply: its two time limits and its size. Stops it with a reason, which abort() alone would lose.
class Watch final : public QObject
{
public:
    Watch(QNetworkReply &reply, const OneShotBody *body, const Transmission &transmission)
        : m_reply(reply)
        , m_body(body)
        , m_connectLimit(transmission.connectTimeout)
        , m_readLimit(transmission.readTimeout)
        , m_maxBytes(transmission.maxAnswerBytes)
        , m_proxy(transmission.proxy)
        , m_sent(body && body->size() == 0)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { stop(m_sent ? Stop::ReadTimeout : Stop::ConnectTimeout); });
        // The library does not say when a request with an empty body has left, so it counts as sent from the start, and
        // both limits together hold until its answer.
        const bool both = m_connectLimit.count() > 0 && m_readLimit.count() > 0;
        restart(!m_sent ? m_connectLimit : both ? m_connectLimit + m_readLimit : std::chrono::milliseconds(0));
        connect(&reply, &QNetworkReply::requestSent, this, &Watch::markSent);
        connect(&reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent) {
            if (sent > 0) // the library also reports that nothing was sent
                markSent();
        });
        connect(&reply, &QNetworkReply::metaDataChanged, this, &Watch::markSent);
        connect(&reply, &QNetworkReply::readyRead, this, [this] {
            markSent();
            if (m_reply.bytesAvailable() > m_maxBytes)
                stop(Stop::TooLarge);
        });
        connect(&reply, &QNetworkReply::sslErrors, this,
                [this](const QList<QSslError> &errors) { m_certificate = errors; });
    }

    void stop(Stop reason)
    {
        if (m_stop != Stop::None || m_reply.isFinished())
            return;
        m_stop = reason;
        m_timer.stop();
        m_reply.abort();
    }

    TransportTrouble trouble() const
    {
        TransportTrouble trouble;
        trouble.stop = m_stop;
        trouble.code = m_reply.error();
        trouble.detail = m_reply.errorString();
        trouble.certificate = m_certificate;
        trouble.url = m_reply.url();
        trouble.proxy = m_proxy;
        trouble.sent = m_sent || (m_body && m_body->wasRead());
        trouble.answerBegan = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
        trouble.limit = m_stop == Stop::ReadTimeout ? m_readLimit : m_connectLimit;
        return trouble;
    }

    bool wasStopped() const { return m_stop != Stop::None; }

private:
    // Once bytes have left, each sign of life starts the clock of silence anew.
    void markSent()
    {
        m_sent = true;
        restart(m_readLimit);
    }

    void restart(std::chrono::milliseconds limit)
    {
        if (limit.count() > 0)
            m_timer.start(limit);
        else
            m_timer.stop();
    }

    QNetworkReply &m_reply;
    const OneShotBody *m_body;
    const std::chrono::milliseconds m_connectLimit;
    const std::chrono::milliseconds m_readLimit;
    const qint64 m_maxBytes;
    const QString m_proxy;
    QTimer m_timer;
    Stop m_stop = Stop::None;
    bool m_sent; ///< bytes of the request may have left
    QList<QSslError> m_certificate;
};

/// Resumes when the reply has finished, but out of its signal: what comes next may delete the reply and its manager.
struct Finished
{
    QNetworkReply *reply;

    bool await_ready() const { return false; }

    void await_suspend(std::coroutine_handle<> waiting) const
    {
        const auto resume = [waiting] { waiting.resume(); };
        if (reply->isFinished())
            QMetaObject::invokeMethod(reply, resume, Qt::QueuedConnection);
        else
            QObject::connect(reply, &QNetworkReply::finished, reply, resume, Qt::QueuedConnection);
    }

    void await_resume() const { }
};

// Errors that only restate the status of an answer that came whole.
bool isWholeAnswer(const QNetworkReply &reply)
{
    const auto code = reply.error();
    if (!reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return false;
    return code == QNetworkReply::NoError
           || (code >= QNetworkReply::ContentAccessDenied && code != QNetworkReply::ContentReSendError
               && code != QNetworkReply::ProtocolFailure && code != QNetworkReply::ProtocolUnknownError);
}

QNetworkReply *start(QNetworkAccessManager &manager, const QNetworkRequest &request, const QByteArray &method,
                     OneShotBody *body)
{
    if (method == "GET")
        return manager.get(request);
    if (method == "HEAD")
        return manager.head(request);
    if (body)
        return manager.sendCustomRequest(request, method, body);
    return manager.sendCustomRequest(request, method);
}

// GET, HEAD and DELETE without a body go without a device: they may be repeated, and carry no Content-Length.
std::unique_ptr<OneShotBody> bodyOf(const Transmission &transmission)
{
    const QByteArray &method = transmission.method;
    if (transmission.body.isEmpty() && (method == "GET" || method == "HEAD" || method == "DELETE"))
        return {};
    return std::make_unique<OneShotBody>(transmission.body);
}

} // namespace

void switchOffHabits(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept-Language", "en"); // else the language of this computer
}

QCoro::Task<tl::expected<Answer, TransmissionFailure>> exchange(std::shared_ptr<QNetworkAccessManager> manager,
                                                                QNetworkRequest request, Transmission transmission,
                                                                core::CancelToken cancel)
{
    const auto body = bodyOf(transmission);
    const std::unique_ptr<QNetworkReply> reply(start(*manager, request, transmission.method, body.get()));
    Watch watch(*reply, body.get(), transmission);
    const auto guard = cancel.onCancel([&watch] { watch.stop(Stop::Cancelled); });
    co_await Finished{reply.get()};

    if (watch.wasStopped() || !isWholeAnswer(*reply))
        co_return tl::unexpected(describe(watch.trouble()));
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.headers = reply->rawHeaderPairs();
    answer.body = reply->readAll();
    co_return answer;
}

} // namespace braketeer::aws
