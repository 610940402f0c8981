#pragma once

#include "gui/kit/theme.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QDBusVariant;
QT_END_NAMESPACE

namespace braketeer::gui {

/// Asks the desktop portal for the colour scheme and listens to changes of it.
///
/// Source: XDG Desktop Portal, org.freedesktop.portal.Settings: namespace `org.freedesktop.appearance`, key
/// `color-scheme`, uint32: 0 no preference, 1 dark, 2 light.
class ColorSchemePortal final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Sends the question; the answer arrives by signal. No bus, no portal, no answer: no signal.
    void start();

Q_SIGNALS:
    void schemeRead(braketeer::gui::ColorScheme scheme);

private Q_SLOTS:
    void settingChanged(const QString &nameSpace, const QString &key, const QDBusVariant &value);

private:
    void take(QVariant value);
};

} // namespace braketeer::gui
