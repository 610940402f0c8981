#include "gui/kit/latericonstyle.h"

#include <QIcon>
#include <QIconEngine>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

namespace braketeer::gui {
namespace {

/// Stands for an icon until somebody wants to see it.
class LaterIcon final : public QIconEngine
{
public:
    explicit LaterIcon(std::function<QIcon()> read) : m_read(std::move(read)) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        icon().paint(painter, rect, Qt::AlignCenter, mode, state);
    }

    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return icon().actualSize(size, mode, state);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return icon().pixmap(size, mode, state);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        return icon().pixmap(size / scale, scale, mode, state);
    }

    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override
    {
        return icon().availableSizes(mode, state);
    }

    QString iconName() override { return icon().name(); }

    bool isNull() override { return icon().isNull(); }

    QString key() const override { return QStringLiteral("LaterIcon"); }

    QIconEngine *clone() const override { return new LaterIcon(*this); }

private:
    const QIcon &icon()
    {
        if (!m_icon)
            m_icon = m_read();
        return *m_icon;
    }

    std::function<QIcon()> m_read;
    std::optional<QIcon> m_icon;
};

} // namespace

QIcon LaterIconStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    Q_UNUSED(option); // is gone when the icon is read; it says the direction, and so does the widget
    return QIcon(new LaterIcon([style = QPointer(this), which, widget = QPointer(widget)] {
        return style ? style->QProxyStyle::standardIcon(which, nullptr, widget) : QIcon();
    }));
}

QString LaterIconStyle::drawnBy(const QStyle &style)
{
    const auto *const proxy = qobject_cast<const QProxyStyle *>(&style);
    return proxy ? proxy->baseStyle()->name() : style.name();
}

} // namespace braketeer::gui
