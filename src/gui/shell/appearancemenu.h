#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

class QMenu;

namespace braketeer::store {
class Settings;
struct Setting;
} // namespace braketeer::store

namespace braketeer::gui {

/// A language that the window can speak.
struct LanguageChoice
{
    QString code; ///< "de"
    QString name; ///< in itself: "Deutsch"
};

/// The entries that choose light or dark, and the language. Each writes its setting; whoever owns the theme and the
/// translators listens to the settings. Two menus of one kind: one choice out of several, remembered.
class AppearanceMenu final
{
    Q_DECLARE_TR_FUNCTIONS(AppearanceMenu)

public:
    /// Appends both submenus to `view`, which owns them. `settings` must outlive it.
    static void addTo(QMenu &view, store::Settings &settings, const QList<LanguageChoice> &languages);

private:
    struct Choice
    {
        QString value;
        QString text;
    };

    static void addChoices(QMenu &menu, store::Settings &settings, const store::Setting &row,
                           const QList<Choice> &choices);
};

} // namespace braketeer::gui
