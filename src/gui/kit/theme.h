#pragma once

#include <QObject>
#include <QPalette>

#include <memory>

namespace braketeer::gui {

class ColorSchemePortal;

enum class ColorScheme { System, Light, Dark };

/// Follows the desktop's choice of light or dark, for styles that do not do so themselves.
///
/// Qt 6.4 has no hint for it: the desktop portal (`org.freedesktop.appearance`, `color-scheme`) is asked over D-Bus,
/// asynchronously and late, so that start-up never waits for it. The palettes are files (":/palettes/light.json"). A
/// palette that already has the wanted lightness, because the platform's theme brought it, is left alone.
///
/// The environment variable BRAKETEER_COLOR_SCHEME (light, dark, system) wins over setScheme().
class Theme final : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Applies what is known without asking anybody; call before the first window is made.
    void apply();
    /// Starts to follow the desktop; call after the window is shown. Does nothing where there is no session bus.
    void followDesktop();

    /// A person's choice; System follows the desktop.
    void setScheme(ColorScheme scheme);

    ColorScheme scheme() const { return m_wanted; }

    /// What the desktop said last; System until it said anything, and when it has no preference.
    void setDesktopScheme(ColorScheme scheme);
    /// Light or Dark, never System: what is shown.
    ColorScheme effective() const;

Q_SIGNALS:
    /// The palette of the application was changed.
    void changed();

private:
    QPalette m_original; ///< what the platform's theme brought
    ColorScheme m_wanted = ColorScheme::System;
    ColorScheme m_desktop = ColorScheme::System;
    std::unique_ptr<ColorSchemePortal> m_portal;
};

/// "light", "dark", "system" as in the environment variable and the settings; System for anything else.
ColorScheme colorSchemeNamed(QStringView name);

} // namespace braketeer::gui
