#include "gui/storage/slicedsort.h"

#include <algorithm>
#include <utility>

namespace braketeer::gui {
namespace {

constexpr size_t runLength = 2048;
constexpr size_t movesPerStep = 8192;

} // namespace

SlicedSort::SlicedSort(std::vector<quint32> sorted, const std::vector<quint32> &fresh, Less less)
    : m_less(std::move(less)), m_rows(std::move(sorted))
{
    if (!m_rows.empty()) {
        m_ends.push_back(m_rows.size());
        m_sortedRuns = 1;
    }
    const size_t first = m_rows.size();
    m_rows.insert(m_rows.end(), fresh.cbegin(), fresh.cend());
    for (size_t end = first; end < m_rows.size();) {
        end = std::min(end + runLength, m_rows.size());
        m_ends.push_back(end);
    }
}

void SlicedSort::sortRun()
{
    const size_t begin = m_sortedRuns ? m_ends[m_sortedRuns - 1] : 0;
    const auto at = m_rows.begin();
    std::stable_sort(at + std::ptrdiff_t(begin), at + std::ptrdiff_t(m_ends[m_sortedRuns]), m_less);
    ++m_sortedRuns;
}

bool SlicedSort::step()
{
    if (m_sortedRuns < m_ends.size()) {
        sortRun();
        return m_ends.size() == 1;
    }
    return m_ends.size() < 2 || mergeSome();
}

bool SlicedSort::mergeSome()
{
    if (m_next.empty()) {
        m_next.reserve(m_rows.size());
        m_run = m_left = 0;
        m_right = m_ends[0];
    }
    for (size_t moves = 0; moves < movesPerStep && m_next.size() < m_rows.size(); ++moves) {
        const size_t leftEnd = m_ends[m_run];
        const size_t rightEnd = m_run + 1 < m_ends.size() ? m_ends[m_run + 1] : leftEnd;
        const bool takeRight = m_left == leftEnd || (m_right < rightEnd && m_less(m_rows[m_right], m_rows[m_left]));
        m_next.push_back(m_rows[takeRight ? m_right++ : m_left++]);
        if (m_next.size() == rightEnd) {
            m_nextEnds.push_back(rightEnd);
            m_run += 2;
            m_left = rightEnd;
            m_right = m_run < m_ends.size() ? m_ends[m_run] : rightEnd;
        }
    }
    if (m_next.size() < m_rows.size())
        return false;
    m_rows = std::exchange(m_next, {});
    m_ends = std::exchange(m_nextEnds, {});
    return m_ends.size() < 2;
}

} // namespace braketeer::gui
