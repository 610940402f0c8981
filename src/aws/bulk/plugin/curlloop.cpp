#include "aws/bulk/plugin/curlloop.h"

#include <algorithm>

namespace braketeer::aws {
namespace {

constexpr int longestWait = 60'000; ///< milliseconds; every order wakes the loop before
constexpr long keptConnections = 16;

CURLM *newMulti()
{
    curl_global_init(CURL_GLOBAL_DEFAULT); // counts, and may be called at any time
    CURLM *multi = curl_multi_init();
    if (!multi)
        qFatal("libcurl cannot be used.");
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, keptConnections);
    return multi;
}

} // namespace

CurlLoop::CurlLoop(CurlSettings settings)
    : m_settings(std::move(settings)), m_multi(newMulti()), m_thread([this] { run(); })
{
}

CurlLoop::~CurlLoop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    curl_multi_wakeup(m_multi);
    m_thread.join();
    for (CURL *handle : m_idle)
        curl_easy_cleanup(handle);
    curl_multi_cleanup(m_multi);
}

void CurlLoop::start(std::shared_ptr<CurlExchange> exchange)
{
    {
        const std::lock_guard lock(m_mutex);
        m_toStart.push_back(std::move(exchange));
    }
    curl_multi_wakeup(m_multi);
}

void CurlLoop::cancel(std::uint64_t number)
{
    {
        const std::lock_guard lock(m_mutex);
        m_toStop.push_back(number);
    }
    curl_multi_wakeup(m_multi);
}

void CurlLoop::run()
{
    while (takeOrders()) {
        int left = 0;
        curl_multi_perform(m_multi, &left);
        collect();
        curl_multi_poll(m_multi, nullptr, 0, longestWait, nullptr);
    }
}

bool CurlLoop::takeOrders()
{
    std::vector<std::shared_ptr<CurlExchange>> toStart;
    std::vector<std::uint64_t> toStop;
    bool quit = false;
    {
        const std::lock_guard lock(m_mutex);
        toStart.swap(m_toStart);
        toStop.swap(m_toStop);
        quit = m_quit;
    }
    for (auto &exchange : toStart)
        begin(std::move(exchange));
    for (const std::uint64_t number : toStop)
        stop(number);
    return !quit;
}

void CurlLoop::begin(std::shared_ptr<CurlExchange> exchange)
{
    CURL *handle = m_idle.empty() ? curl_easy_init() : m_idle.back();
    if (!m_idle.empty())
        m_idle.pop_back();
    exchange->prepare(handle, m_settings);
    m_running.push_back({std::move(exchange), handle});
    curl_multi_add_handle(m_multi, handle);
}

void CurlLoop::stop(std::uint64_t number)
{
    const auto found = std::find_if(m_running.begin(), m_running.end(),
                                    [number](const Running &running) { return running.exchange->number == number; });
    if (found == m_running.end())
        return;
    found->exchange->finishCancelled();
    end(size_t(found - m_running.begin()));
}

void CurlLoop::collect()
{
    int queued = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &queued)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CURL *handle = message->easy_handle;
        const CURLcode code = message->data.result; // the message goes when the handle is taken out
        const auto found = std::find_if(m_running.begin(), m_running.end(),
                                        [&](const Running &running) { return running.handle == handle; });
        if (found == m_running.end())
            continue;
        found->exchange->finish(handle, code);
        end(size_t(found - m_running.begin()));
    }
}

void CurlLoop::end(size_t index)
{
    Running ended = std::move(m_running[index]);
    m_running.erase(m_running.begin() + qptrdiff(index));
    curl_multi_remove_handle(m_multi, ended.handle);
    curl_easy_reset(ended.handle);
    m_idle.push_back(ended.handle);
    // Nothing of it is held here when the asker hears of it: its file may be opened again at once.
    const auto done = std::move(ended.exchange->done);
    ended.exchange.reset();
    done();
}

} // namespace braketeer::aws
