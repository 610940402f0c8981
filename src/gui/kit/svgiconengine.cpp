#include "gui/kit/svgiconengine.h"

#include "gui/kit/palettefile.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

// In a static library the resources are linked only when they are asked for; the macro wants no namespace around it.
static void linkIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace braketeer::gui {

SvgIconEngine::SvgIconEngine(const QString &themeName, const QString &fileName, const QString &semantic)
    : m_themeName(themeName), m_path(u":/icons/%1.svg"_s.arg(fileName)), m_semantic(semantic)
{
    linkIcons();
}

const QIcon &SvgIconEngine::fromTheme()
{
    if (!m_theme)
        m_theme = m_themeName.isEmpty() ? QIcon() : QIcon::fromTheme(m_themeName);
    return *m_theme;
}

void SvgIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device()->devicePixelRatioF();
    QPixmap drawn = pixmap((QSizeF(rect.size()) * scale).toSize(), mode, state);
    drawn.setDevicePixelRatio(scale);
    painter->drawPixmap(rect, drawn);
}

QPixmap SvgIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap SvgIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    // `size` counts device pixels here; the theme's icon wants to know the scale to pick its file.
    if (!fromTheme().isNull())
        return m_theme->pixmap((QSizeF(size) / scale).toSize(), scale, mode, state);
    return draw(size, mode);
}

QPixmap SvgIconEngine::draw(const QSize &size, QIcon::Mode mode) const
{
    const QColor ink = color(mode);
    const QString cacheKey =
        u"%1:%2:%3x%4"_s.arg(m_path, ink.name(QColor::HexArgb)).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(cacheKey, &pixmap))
        return pixmap;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray drawing = file.readAll().replace("currentColor", ink.name().toLatin1());
    QBuffer buffer(&drawing);
    QImageReader reader(&buffer, "svg"); // Qt Svg by its plugin, loaded with the first icon and not with the program
    reader.setScaledSize(reader.size().scaled(size, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.drawImage(QRect(QPoint(), size).center() - image.rect().center(), image);
    painter.end();
    QPixmapCache::insert(cacheKey, pixmap);
    return pixmap;
}

QColor SvgIconEngine::color(QIcon::Mode mode) const
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    if (mode == QIcon::Selected)
        return palette.color(QPalette::HighlightedText);
    return m_semantic.isEmpty() ? palette.color(QPalette::WindowText) : semanticColor(m_semantic, palette);
}

QIconEngine *SvgIconEngine::clone() const
{
    return new SvgIconEngine(*this);
}

QString SvgIconEngine::key() const
{
    return u"braketeer-svg"_s;
}

QString SvgIconEngine::iconName()
{
    return m_themeName;
}

bool SvgIconEngine::isNull()
{
    return !QFile::exists(m_path) && fromTheme().isNull();
}

} // namespace braketeer::gui
