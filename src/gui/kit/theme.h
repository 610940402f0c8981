#pragma once

#include <QIcon>
#include <QObject>
#include <QPalette>

#include <optional>

namespace braketeer::gui {

enum class ColorScheme { System, Light, Dark };

/// Follows the desktop's choice of light or dark, for styles that do not do so themselves.
///
/// Qt 6.4 has no hint for it: the desktop portal (`org.freedesktop.appearance`, `color-scheme`) is asked over D-Bus,
/// asynchronously and late, so that start-up never waits for it. The palettes are files (":/palettes/light.json"); a
/// style that brings its own palette from the platform theme keeps it. BRAKETEER_COLOR_SCHEME=light|dark|system wins.
class Theme final : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Applies what is known now and starts asking the portal; call once, after the window is shown.
    void start();
    /// A person's choice; System follows the desktop.
    void setScheme(ColorScheme scheme);

    ColorScheme scheme() const { return m_wanted; }

    /// Light or Dark, never System: what is shown.
    ColorScheme effective() const;

Q_SIGNALS:
    void changed();

private:
    class Portal;

    void apply();

    ColorScheme m_wanted = ColorScheme::System;
    ColorScheme m_desktop = ColorScheme::System;
    QPalette m_original;
    bool m_applied = false;
    std::unique_ptr<Portal> m_portal;
};

/// The palette of a file in resources/palettes; nothing when the file is missing or wrong.
std::optional<QPalette> readPalette(const QString &fileName);

} // namespace braketeer::gui
