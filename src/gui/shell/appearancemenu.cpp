#include "gui/shell/appearancemenu.h"

#include "store/settings/settings.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

void AppearanceMenu::addTo(QMenu &view, store::Settings &settings, const QList<LanguageChoice> &languages)
{
    QMenu *const colours = view.addMenu(tr("&Colours"));
    colours->setObjectName(u"menu.colours"_s);
    addChoices(*colours, settings, store::setting::colourScheme,
               {{u"system"_s, tr("As the &desktop")}, {u"light"_s, tr("&Light")}, {u"dark"_s, tr("Dar&k")}});

    QMenu *const spoken = view.addMenu(tr("&Language (from the next start)"));
    spoken->setObjectName(u"menu.language"_s);
    QList<Choice> choices{{QString(), tr("As the &desktop")}};
    for (const LanguageChoice &language : languages)
        choices.append({language.code, language.name});
    addChoices(*spoken, settings, store::setting::language, choices);
}

void AppearanceMenu::addChoices(QMenu &menu, store::Settings &settings, const store::Setting &row,
                                const QList<Choice> &choices)
{
    auto *group = new QActionGroup(&menu);
    for (const Choice &choice : choices) {
        QAction *const entry = group->addAction(choice.text);
        entry->setObjectName(
            u"action.%1.%2"_s.arg(QLatin1StringView(row.key), choice.value.isEmpty() ? u"system"_s : choice.value));
        entry->setCheckable(true);
        entry->setChecked(settings.text(row) == choice.value);
        QObject::connect(entry, &QAction::triggered, &menu, [&settings, &row, value = choice.value] {
            settings.set(row, value);
            settings.sync();
        });
    }
    menu.addActions(group->actions());
}

} // namespace braketeer::gui
