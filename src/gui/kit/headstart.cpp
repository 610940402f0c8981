#include "gui/kit/headstart.h"

#include <QApplication>
#include <QDBusConnection>
#include <QFontMetrics>
#include <QThreadPool>

namespace braketeer::gui {

void takeHeadStart()
{
    // Without a running bus the connection starts one, a process that this thread need not wait for.
    QThreadPool::globalInstance()->start([] { QDBusConnection::sessionBus(); });
    QFontMetrics(QApplication::font()).height();
}

} // namespace braketeer::gui
