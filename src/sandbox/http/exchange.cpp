#include "sandbox/http/exchange.h"

#include "sandbox/http/requesthead.h"

namespace braketeer::sandbox {
namespace {

Answer refusal(int status)
{
    Answer answer;
    answer.status = status;
    return answer;
}

} // namespace

Exchange::Exchange(Connection &connection, const RequestHandler &handler,
                   std::function<void(std::chrono::milliseconds)> pause)
    : m_connection(connection), m_handler(handler), m_pause(std::move(pause))
{
    // Everything is routed here: httplib's own routing would unpack bodies, wait for the body of a DELETE that has
    // none, and match paths by a recursive regular expression.
    set_pre_routing_handler([this](const httplib::Request &, httplib::Response &response) {
        deliver(answer(), response);
        return HandlerResponse::Handled;
    });
}

bool Exchange::serveOne()
{
    m_keepAlive = false; // until a head was understood: after a malformed one nobody knows where the next begins
    bool closed = false;
    const bool served = process_request(m_connection, false, closed,
                                        [this](httplib::Request &request) { prepare(request); });
    const bool flushed = m_connection.flush();
    if (served && flushed && !closed && m_keepAlive)
        return true;
    if (served && flushed)
        m_connection.closeGently();
    return false;
}

void Exchange::prepare(httplib::Request &request)
{
    // No packing of answers, no ranges by httplib: the bytes of an answer are what the service says.
    request.headers.erase("Accept-Encoding");
    request.headers.erase("Range");
    request.ranges.clear();
}

Answer Exchange::answer()
{
    auto request = parseRequestHead(m_connection.takeHead());
    if (!request)
        return refusal(400);
    const auto framing = bodyFraming(*request);
    if (!framing)
        return refusal(400);
    if (!framing->chunked && framing->length > largestBody)
        return refusal(413);
    auto body = framing->chunked ? m_connection.readChunkedBody(largestBody) : m_connection.readBody(framing->length);
    if (!body)
        return refusal(framing->chunked ? 413 : 400);
    request->body = std::move(*body);
    m_keepAlive = true;
    return m_handler(*request);
}

void Exchange::deliver(const Answer &answer, httplib::Response &response)
{
    if (answer.delay.count() > 0)
        m_pause(answer.delay);
    response.status = answer.status;
    response.body = answer.body.toStdString();
    for (const auto &[name, value] : answer.headers)
        response.set_header(name.toStdString(), value.toStdString());
    if (answer.delivery == Answer::Delivery::None)
        m_connection.dropAnswer();
    if (answer.delivery == Answer::Delivery::Truncated)
        m_connection.truncateAnswer();
}

} // namespace braketeer::sandbox
