#include "aws/bulk/plugin/curlexchange.h"

#include <algorithm>
#include <cerrno>

namespace braketeer::aws {
namespace {

constexpr qsizetype mostBodyBytes = 64 * qsizetype(1024);
constexpr long receiveBytes = 256 * 1024L;
constexpr long sendBytes = 256 * 1024L;
// TLS hands over 16 KiB at a time, and a file takes larger pieces at less cost. Not much larger ones: Linux keeps pages
// of up to 32 KiB at hand, and has to look for others, which costs more than it saves while memory is in short supply.
constexpr qint64 gatheredBytes = 32 * qint64(1024);
constexpr std::chrono::milliseconds leaveToSend{500}; ///< then the body goes without it

void count(const BulkCounter &counter, qint64 bytes)
{
    if (counter)
        counter->fetch_add(bytes, std::memory_order_relaxed);
}

QByteArrayView trimmed(QByteArrayView text)
{
    return text.trimmed();
}

} // namespace

CurlExchange::CurlExchange(std::uint64_t number_, BulkRequest request, CurlProxy proxy)
    : number(number_), m_request(std::move(request)), m_proxy(std::move(proxy)), m_digest(m_request.digest)
{
}

CurlExchange::~CurlExchange() = default;

void CurlExchange::prepare(CURL *handle, const CurlSettings &settings)
{
    const auto set = [handle](CURLoption option, auto value) { curl_easy_setopt(handle, option, value); };
    set(CURLOPT_PRIVATE, static_cast<void *>(this));
    set(CURLOPT_ERRORBUFFER, m_error);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_URL, m_request.url.constData());
    set(CURLOPT_PATH_AS_IS, 1L); // what was signed; dot segments were refused before
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_BUFFERSIZE, receiveBytes);
    set(CURLOPT_UPLOAD_BUFFERSIZE, sendBytes);

    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!settings.caBundle.isEmpty()) // beside the system's folder of certificates, which stays
        set(CURLOPT_CAINFO, settings.caBundle.constData());

    set(CURLOPT_PROXY, m_proxy.address.constData()); // empty: none, whatever the environment says
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L); // the proxy's answer is not the server's
    if (!m_proxy.user.isEmpty()) {
        set(CURLOPT_PROXYUSERNAME, m_proxy.user.constData());
        set(CURLOPT_PROXYPASSWORD, m_proxy.password.constData());
    }

    // 0 would be libcurl's own five minutes.
    const auto connectLimit = settings.connectTimeout.count() > 0 ? settings.connectTimeout : std::chrono::hours(24);
    set(CURLOPT_CONNECTTIMEOUT_MS, long(connectLimit.count()));
    if (settings.readTimeout.count() > 0) {
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, long(std::chrono::ceil<std::chrono::seconds>(settings.readTimeout).count()));
    }

    set(CURLOPT_WRITEFUNCTION, &CurlExchange::write);
    set(CURLOPT_WRITEDATA, static_cast<void *>(this));
    set(CURLOPT_HEADERFUNCTION, &CurlExchange::header);
    set(CURLOPT_HEADERDATA, static_cast<void *>(this));
    setBody(handle);
    setHeaders(handle);
}

void CurlExchange::setBody(CURL *handle)
{
    const auto set = [handle](CURLoption option, auto value) { curl_easy_setopt(handle, option, value); };
    if (m_request.method == "PUT") {
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_INFILESIZE_LARGE, curl_off_t(m_request.source ? m_request.source->length : 0));
        set(CURLOPT_READFUNCTION, &CurlExchange::read);
        set(CURLOPT_READDATA, static_cast<void *>(this));
        // A connection that was kept and is dead by now: libcurl takes a new one and begins the body again.
        set(CURLOPT_SEEKFUNCTION, &CurlExchange::rewind);
        set(CURLOPT_SEEKDATA, static_cast<void *>(this));
        set(CURLOPT_EXPECT_100_TIMEOUT_MS, long(leaveToSend.count()));
    } else {
        set(CURLOPT_HTTPGET, 1L);
    }
    set(CURLOPT_CUSTOMREQUEST, m_request.method.constData());
}

void CurlExchange::setHeaders(CURL *handle)
{
    curl_slist *list = nullptr;
    const auto add = [&list](const QByteArray &line) { list = curl_slist_append(list, line.constData()); };
    for (const auto &[name, value] : m_request.headers)
        add(value.isEmpty() ? name + ';' : name + ": " + value);
    add("Accept:"); // nothing of libcurl's own
    add(m_request.askFirst && m_request.source && m_request.source->length > 0 ? "Expect: 100-continue" : "Expect:");
    m_headers.reset(list);
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, list);
}

size_t CurlExchange::read(char *to, size_t size, size_t count_, void *data)
{
    auto *self = static_cast<CurlExchange *>(data);
    self->sent = true;
    if (!self->m_request.source)
        return 0;
    const FileRange &range = *self->m_request.source;
    const qint64 wanted = std::min(qint64(size * count_), range.length - self->m_read);
    if (wanted == 0)
        return 0;
    const qint64 got = range.file->readAt(to, wanted, range.offset + self->m_read);
    if (got <= 0) {
        self->trouble = got == 0 ? Trouble::SourceShort : Trouble::File;
        self->fileProblem = int(-got);
        return CURL_READFUNC_ABORT;
    }
    self->m_read += got;
    count(self->m_request.sent, got);
    return size_t(got);
}

int CurlExchange::rewind(void *data, curl_off_t offset, int origin)
{
    auto *self = static_cast<CurlExchange *>(data);
    if (origin != SEEK_SET || offset > self->m_read)
        return CURL_SEEKFUNC_CANTSEEK;
    count(self->m_request.sent, offset - self->m_read);
    self->m_read = offset;
    return CURL_SEEKFUNC_OK;
}

bool CurlExchange::goesToSink() const
{
    return m_request.sink && answer.status == m_request.sinkStatus;
}

size_t CurlExchange::write(char *from, size_t size, size_t count_, void *data)
{
    auto *self = static_cast<CurlExchange *>(data);
    const QByteArrayView bytes(from, qsizetype(size * count_));
    return self->goesToSink() ? self->writeToSink(bytes) : self->writeToBody(bytes);
}

size_t CurlExchange::writeToSink(QByteArrayView bytes)
{
    if (bytes.size() > m_request.sink->length - m_arrived) {
        trouble = Trouble::TooLong;
        return CURL_WRITEFUNC_ERROR;
    }
    if (m_arrived == 0)
        m_gathered.reserve(std::min(gatheredBytes, m_request.sink->length));
    m_arrived += bytes.size();
    count(m_request.received, bytes.size());
    for (QByteArrayView rest = bytes; !rest.isEmpty();) {
        const qsizetype taken = std::min(rest.size(), gatheredBytes - m_gathered.size());
        m_gathered.append(rest.first(taken));
        rest = rest.sliced(taken);
        if (m_gathered.size() == gatheredBytes && !flush())
            return CURL_WRITEFUNC_ERROR;
    }
    return size_t(bytes.size());
}

bool CurlExchange::flush()
{
    const FileRange &range = *m_request.sink;
    fileProblem = range.file->writeAt(m_gathered.constData(), m_gathered.size(), range.offset + m_inSink);
    if (fileProblem != 0) {
        trouble = Trouble::File;
        return false;
    }
    m_digest.add(m_gathered);
    m_inSink += m_gathered.size();
    m_gathered.resize(0); // keeps its memory
    return true;
}

size_t CurlExchange::writeToBody(QByteArrayView bytes)
{
    if (m_request.sink && answer.status >= 200 && answer.status < 300) {
        trouble = Trouble::Unexpected;
        return CURL_WRITEFUNC_ERROR;
    }
    const qsizetype room = mostBodyBytes - answer.body.size();
    answer.body.append(bytes.first(std::min(room, bytes.size())));
    return size_t(bytes.size());
}

// Called for each line, of interim answers ("100 Continue") too.
size_t CurlExchange::header(char *from, size_t size, size_t count_, void *data)
{
    auto *self = static_cast<CurlExchange *>(data);
    const QByteArrayView line = trimmed({from, qsizetype(size * count_)});
    if (line.startsWith("HTTP/")) {
        self->answer.headers.clear();
        const qsizetype blank = line.indexOf(' ');
        self->answer.status = blank < 0 ? 0 : line.sliced(blank + 1).toByteArray().left(3).toInt();
    } else if (const qsizetype colon = line.indexOf(':'); colon > 0) {
        self->answer.headers.emplaceBack(line.first(colon).toByteArray(),
                                         trimmed(line.sliced(colon + 1)).toByteArray());
    }
    return size * count_;
}

void CurlExchange::finish(CURL *handle, CURLcode result)
{
    code = result;
    detail = m_error[0] != 0 ? QByteArray(m_error) : QByteArray(curl_easy_strerror(result));
    curl_off_t started = 0;
    if (curl_easy_getinfo(handle, CURLINFO_PRETRANSFER_TIME_T, &started) == CURLE_OK && started > 0)
        sent = true;
    curl_easy_getinfo(handle, CURLINFO_HTTP_CONNECTCODE, &proxyStatus);
    judge();
    if (code == CURLE_OK && trouble == Trouble::None && goesToSink())
        flush();
    const bool good = code == CURLE_OK && trouble == Trouble::None && answer.status >= 200 && answer.status < 300;
    if (good)
        answer.digest = m_digest.result();
    else
        countBack();
}

void CurlExchange::judge()
{
    if (trouble != Trouble::None || code != CURLE_OK || !m_request.sink)
        return;
    if (goesToSink()) {
        if (m_arrived < m_request.sink->length)
            trouble = Trouble::TooShort;
    } else if (answer.status >= 200 && answer.status < 300) {
        trouble = Trouble::Unexpected;
    }
}

void CurlExchange::finishCancelled()
{
    trouble = Trouble::Cancelled;
    countBack();
}

void CurlExchange::countBack()
{
    count(m_request.sent, -m_read);
    count(m_request.received, -m_arrived);
    m_read = m_arrived = 0;
}

} // namespace braketeer::aws
