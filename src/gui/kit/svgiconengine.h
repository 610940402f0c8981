#pragma once

#include <QIcon>
#include <QIconEngine>

#include <optional>

namespace braketeer::gui {

/// Draws ":/icons/<fileName>.svg" in a colour of the palette, at whatever size and screen scale is asked for.
///
/// The files draw in `currentColor` only; the colour is put in when an icon is painted, so icons follow a change
/// between light and dark by themselves. With a `themeName` the icon of the desktop's theme is preferred, looked up at
/// the first painting: a theme look-up reads many folders, and most icons sit in menus that are never opened.
class SvgIconEngine final : public QIconEngine
{
public:
    /// `semantic`: name of a colour with a meaning (see PaletteFile); empty: the text colour.
    SvgIconEngine(const QString &themeName, const QString &fileName, const QString &semantic);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString key() const override;
    QString iconName() override;
    bool isNull() override;

private:
    const QIcon &fromTheme();
    QColor color(QIcon::Mode mode) const;
    QPixmap draw(const QSize &size, QIcon::Mode mode) const;

    QString m_themeName;
    QString m_path;
    QString m_semantic;
    std::optional<QIcon> m_theme;
};

} // namespace braketeer::gui
