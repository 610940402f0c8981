#include "sandbox/http/exchange.h"

#include "sandbox/http/requesthead.h"
#include "sandbox/http/statusline.h"

namespace braketeer::sandbox {
namespace {

constexpr qsizetype longestTarget = 16 << 10; // a key of 1,024 bytes has three times as many when it is encoded

bool keepsAlive(const RawRequest &request)
{
    const QByteArray connection = request.header("Connection").toLower();
    return request.requestLine.endsWith("/1.0") ? connection == "keep-alive" : connection != "close";
}

// RFC 9110, section 6.4.1
bool hasNoBody(const RawRequest &request, int status)
{
    return request.method == "HEAD" || status == 204 || status == 304;
}

QByteArray headOf(const Answer &answer, bool keepAlive)
{
    QByteArray head = statusLine(answer.status);
    const auto add = [&head](QByteArrayView name, QByteArrayView value) {
        head.append(name).append(": ").append(value).append("\r\n");
    };
    for (const auto &[name, value] : answer.headers)
        add(name, value);
    if (answer.status != 204 && answer.status != 304)
        add("Content-Length", QByteArray::number(answer.bodySize()));
    if (!keepAlive)
        add("Connection", "close");
    return head.append("\r\n");
}

} // namespace

Exchange::Exchange(Connection &connection, const RequestHandler &handler,
                   std::function<void(std::chrono::milliseconds)> pause)
    : m_connection(connection), m_handler(handler), m_pause(std::move(pause))
{
}

bool Exchange::refuse(int status)
{
    Answer answer;
    answer.status = status;
    // Nobody knows where the next request begins.
    if (send(answer, {}, false))
        m_connection.closeGently();
    return false;
}

bool Exchange::serveOne()
{
    const QByteArray head = m_connection.readHead();
    const auto request = parseRequestHead(head);
    const auto framing = request ? bodyFraming(*request) : std::nullopt;
    if (!framing)
        return refuse(400);
    if (request->target.size() > longestTarget)
        return refuse(414);
    const bool awaitsInvitation = request->header("Expect").compare("100-continue", Qt::CaseInsensitive) == 0;
    BodyStream body(m_connection, *framing, awaitsInvitation);
    const Answer answer = m_handler(*request, body);
    if (answer.delay.count() > 0)
        m_pause(answer.delay);
    if (answer.delivery == Answer::Delivery::None)
        return false;
    const bool keepAlive = body.skipRest() && keepsAlive(*request);
    const bool sent = send(answer, *request, keepAlive);
    if (sent && !keepAlive)
        m_connection.closeGently();
    return sent && keepAlive;
}

bool Exchange::send(const Answer &answer, const RawRequest &request, bool keepAlive)
{
    const bool truncated = answer.delivery == Answer::Delivery::Truncated;
    const QByteArray head = headOf(answer, keepAlive);
    if (hasNoBody(request, answer.status))
        return m_connection.write(head) && !truncated;
    const qint64 size = truncated ? answer.bodySize() / 2 : answer.bodySize();
    // In one piece where it is small, so that no half of it waits for an acknowledgement.
    constexpr qsizetype small = 16 << 10;
    if (answer.files.isEmpty() && size <= small)
        return m_connection.write(head + answer.body.left(size)) && !truncated;
    return m_connection.write(head) && sendBody(answer, size) && !truncated;
}

bool Exchange::sendBody(const Answer &answer, qint64 size)
{
    const qint64 direct = std::min<qint64>(size, answer.body.size());
    if (!m_connection.write(QByteArrayView(answer.body.constData(), direct)))
        return false;
    size -= direct;
    for (FileSlice slice : answer.files) {
        slice.length = std::min(slice.length, size);
        size -= slice.length;
        const bool sent = answer.bytesPerSecond > 0 ? sendPaced(slice, answer.bytesPerSecond)
                                                    : m_connection.write(slice);
        if (!sent)
            return false;
    }
    return true;
}

bool Exchange::sendPaced(const FileSlice &slice, qint64 bytesPerSecond)
{
    const qint64 step = std::max<qint64>(1, bytesPerSecond / 20);
    for (qint64 done = 0; done < slice.length; done += step) {
        const qint64 length = std::min(step, slice.length - done);
        if (!m_connection.write(FileSlice{slice.file, slice.offset + done, length}))
            return false;
        m_pause(std::chrono::milliseconds(length * 1000 / bytesPerSecond));
    }
    return true;
}

} // namespace braketeer::sandbox
