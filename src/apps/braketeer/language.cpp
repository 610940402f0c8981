#include "language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace braketeer::apps {
namespace {

/// QLocale knows no en_XA, so the environment is asked itself.
bool pseudoWanted()
{
    for (const char *name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QByteArray value = qgetenv(name);
        if (!value.isEmpty())
            return value.startsWith("en_XA");
    }
    return false;
}

} // namespace

void loadLanguage(QCoreApplication &app, const QString &chosen)
{
    auto *own = new QTranslator(&app);
    if (chosen.isEmpty() && pseudoWanted()) {
        if (own->load(u":/i18n/braketeer_en_XA.qm"_s))
            QCoreApplication::installTranslator(own);
        return;
    }
    const QLocale locale = chosen.isEmpty() ? QLocale() : QLocale(chosen);
    if (!own->load(locale, u"braketeer"_s, u"_"_s, u":/i18n"_s))
        return; // English, or a language that nobody has translated to
    QCoreApplication::installTranslator(own);
    auto *buttons = new QTranslator(&app); // Qt's own words: "Cancel", "Save" …
    if (buttons->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(buttons);
}

} // namespace braketeer::apps
