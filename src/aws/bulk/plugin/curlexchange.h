#pragma once

#include "aws/bulk/digest.h"
#include "aws/bulk/transport.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>

#include <curl/curl.h>

namespace braketeer::aws {

/// What every request of one transport has in common, as libcurl wants it.
struct CurlSettings
{
    QByteArray caBundle; ///< encoded file name; empty: the system's certificates alone
    std::chrono::milliseconds connectTimeout{0};
    std::chrono::milliseconds readTimeout{0};
};

/// The proxy for one address; empty host: none.
struct CurlProxy
{
    QByteArray address; ///< "http://proxy.example.com:3128", "socks5h://…"
    QByteArray user;
    QByteArray password;
};

/// One request on its way through libcurl: its settings, where its bytes go, and how it ended.
///
/// Filled on the asker's thread, then used on the transport's thread alone, until `done` is called.
class CurlExchange final
{
public:
    CurlExchange(std::uint64_t number, BulkRequest request, CurlProxy proxy);
    ~CurlExchange();
    CurlExchange(const CurlExchange &) = delete;
    CurlExchange &operator=(const CurlExchange &) = delete;

    /// Puts everything into a handle that is new or reset.
    void prepare(CURL *handle, const CurlSettings &settings);
    /// Takes the result out of the handle; nothing refers to the handle after that.
    void finish(CURL *handle, CURLcode code);
    void finishCancelled();

    enum class Trouble {
        None,
        Cancelled,
        File,        ///< `fileProblem` says what
        SourceShort, ///< the file ended before its range
        TooLong,     ///< more bytes than the sink has room for
        TooShort,    ///< a complete answer with fewer bytes than the sink waits for
        Unexpected,  ///< 2xx, but not the status that the sink is for
    };

    const std::uint64_t number; ///< unlike that of any other of the transport
    std::function<void()> done; ///< called on the transport's thread, as the last thing

    // How it ended.
    BulkAnswer answer;
    CURLcode code = CURLE_OK;
    Trouble trouble = Trouble::None;
    int fileProblem = 0;
    QByteArray detail;    ///< libcurl's own words
    bool sent = false;    ///< bytes of the request may have left
    long proxyStatus = 0; ///< what a proxy answered when it was asked for a tunnel

private:
    static size_t read(char *to, size_t size, size_t count, void *self);
    static int rewind(void *self, curl_off_t offset, int origin);
    static size_t write(char *from, size_t size, size_t count, void *self);
    static size_t header(char *from, size_t size, size_t count, void *self);

    size_t writeToSink(QByteArrayView bytes);
    bool flush();
    size_t writeToBody(QByteArrayView bytes);
    bool goesToSink() const;
    void setHeaders(CURL *handle);
    void setBody(CURL *handle);
    void countBack();
    void judge();

    struct FreeList
    {
        void operator()(curl_slist *list) const noexcept { curl_slist_free_all(list); }
    };

    const BulkRequest m_request;
    const CurlProxy m_proxy;
    std::unique_ptr<curl_slist, FreeList> m_headers;
    RunningDigest m_digest;
    QByteArray m_gathered; ///< arrived, and not in the sink yet
    qint64 m_read = 0;     ///< of the source
    qint64 m_arrived = 0;  ///< for the sink
    qint64 m_inSink = 0;
    char m_error[CURL_ERROR_SIZE] = {};
};

} // namespace braketeer::aws
