#pragma once

#include <QProxyStyle>

namespace braketeer::gui {

/// The platform's style, except that its standard icons are read when they are first drawn or measured.
///
/// A menu bar asks for the icon of the button that shows what it has no place for, and hardly ever shows it; reading it
/// loads every image plugin that is installed. Made from the application's own style, before there are widgets.
class LaterIconStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    using QProxyStyle::QProxyStyle;

    QIcon standardIcon(StandardPixmap which, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;

    /// Name of the style that draws: "fusion", "windowsvista", "macos" …
    static QString drawnBy(const QStyle &style);
};

} // namespace braketeer::gui
