#include "gui/shell/panemargins.h"

#include <QDataStream>
#include <QIODevice>
#include <QWidget>

namespace braketeer::gui {

QMargins marginsAround(const QWidget &widget)
{
    const QRect inside(widget.mapTo(widget.window(), QPoint()), widget.size());
    const QRect whole = widget.window()->rect();
    return {inside.left(), inside.top(), whole.right() - inside.right(), whole.bottom() - inside.bottom()};
}

QByteArray bytesOf(const QMargins &margins)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << margins.left() << margins.top() << margins.right() << margins.bottom();
    return bytes;
}

std::optional<QMargins> marginsOf(const QByteArray &bytes, const QSize &window)
{
    QDataStream stream(bytes);
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    stream >> left >> top >> right >> bottom;
    const auto fit = [](int before, int after, int extent) {
        return before >= 0 && after >= 0 && qint64(before) + after <= qint64(extent) * 2 / 3;
    };
    if (stream.status() != QDataStream::Ok || !fit(left, right, window.width()) || !fit(top, bottom, window.height()))
        return {};
    return QMargins(left, top, right, bottom);
}

} // namespace braketeer::gui
