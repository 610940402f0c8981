#pragma once

namespace braketeer::gui {

/// What the first window waits for, begun side by side: the desktop's message bus, which menu bar and accessibility ask
/// at once, answers while this thread loads the first font. Call it as soon as there is a QApplication.
///
/// Nothing depends on it: whoever needs either of the two later gets it, or what there is instead, in the usual way.
void takeHeadStart();

} // namespace braketeer::gui
