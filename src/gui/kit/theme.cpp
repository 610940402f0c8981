#include "gui/kit/theme.h"

#include "gui/kit/colorschemeportal.h"
#include "gui/kit/latericonstyle.h"
#include "gui/kit/palettefile.h"

#include <QApplication>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

ColorScheme colorSchemeNamed(QStringView name)
{
    if (name.compare("dark"_L1, Qt::CaseInsensitive) == 0)
        return ColorScheme::Dark;
    if (name.compare("light"_L1, Qt::CaseInsensitive) == 0)
        return ColorScheme::Light;
    return ColorScheme::System;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_original(QGuiApplication::palette())
    , m_wanted(colorSchemeNamed(qEnvironmentVariable("BRAKETEER_COLOR_SCHEME")))
{
}

Theme::~Theme() = default;

void Theme::apply()
{
    const ColorScheme scheme = m_wanted == ColorScheme::System ? m_desktop : m_wanted;
    const bool wantsDark = scheme == ColorScheme::Dark;
    const bool keepOriginal = scheme == ColorScheme::System || wantsDark == isDark(m_original);
    const QPalette &palette = keepOriginal ? m_original : builtInPalette(wantsDark).palette;
    if (QGuiApplication::palette() == palette)
        return;
    QApplication::setPalette(palette);
    Q_EMIT changed();
}

void Theme::followDesktop()
{
    // A style with a look of its own follows the desktop by itself; only Fusion is what its palette says.
    if (m_portal || LaterIconStyle::drawnBy(*QApplication::style()).compare("fusion"_L1, Qt::CaseInsensitive) != 0)
        return;
    m_portal = std::make_unique<ColorSchemePortal>();
    connect(m_portal.get(), &ColorSchemePortal::schemeRead, this, &Theme::setDesktopScheme);
    m_portal->start();
}

void Theme::setScheme(ColorScheme scheme)
{
    if (qEnvironmentVariableIsSet("BRAKETEER_COLOR_SCHEME"))
        return;
    m_wanted = scheme;
    apply();
}

void Theme::setDesktopScheme(ColorScheme scheme)
{
    m_desktop = scheme;
    apply();
}

ColorScheme Theme::effective() const
{
    return isDark(QGuiApplication::palette()) ? ColorScheme::Dark : ColorScheme::Light;
}

} // namespace braketeer::gui
