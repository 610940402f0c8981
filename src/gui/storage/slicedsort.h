#pragma once

#include <QtGlobal>

#include <functional>
#include <vector>

namespace braketeer::gui {

/// A stable merge sort that is done a slice at a time, so that the window's thread is never held up by a long one.
class SlicedSort final
{
public:
    using Less = std::function<bool(quint32, quint32)>;

    /// Sorts `fresh` and merges it with `sorted`, which is in order already; equal rows of `sorted` come first.
    SlicedSort(std::vector<quint32> sorted, const std::vector<quint32> &fresh, Less less);

    /// Does some thousands of moves. True: all is in order.
    bool step();

    /// The rows in order, once step() said so.
    std::vector<quint32> take() { return std::move(m_rows); }

private:
    void sortRun();
    bool mergeSome();

    Less m_less;
    std::vector<quint32> m_rows; ///< runs one behind another
    std::vector<quint32> m_next; ///< of this pass, so far
    std::vector<size_t> m_ends;  ///< where each run of m_rows ends
    std::vector<size_t> m_nextEnds;
    size_t m_sortedRuns = 0;
    size_t m_run = 0; ///< the left one of the two that are being merged
    size_t m_left = 0;
    size_t m_right = 0;
};

} // namespace braketeer::gui
