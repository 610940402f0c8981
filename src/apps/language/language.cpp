#include "apps/language/language.h"

#include "apps/language/pseudotranslator.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace braketeer::apps {
namespace {

/// Languages with a .ts file.
constexpr Language known[] = {{"de", "Deutsch"}, {sourceLanguage.data(), "English"}};

QString environmentLocale()
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (QString value = qEnvironmentVariable(name); !value.isEmpty())
            return value;
    }
    return {};
}

bool isPlain(const QString &locale)
{
    return locale == u"C" || locale == u"POSIX" || locale.startsWith(u"C.");
}

/// Names of locales, the most wanted first.
QStringList wishes()
{
    const QString locale = environmentLocale();
    if (isPlain(locale))
        return {};
    QStringList names = qEnvironmentVariable("LANGUAGE").split(u':', Qt::SkipEmptyParts);
    if (!locale.isEmpty())
        names.append(locale);
    return names.isEmpty() ? QLocale::system().uiLanguages() : names;
}

/// The language of a locale such as "de_AT.UTF-8", "de-AT" or "de@euro"; empty when there is no translation of it.
QString languageOf(const QString &locale)
{
    if (locale.startsWith(pseudoLanguage))
        return pseudoLanguage;
    const auto isLetter = [](QChar character) { return character.isLetter(); };
    const auto end = std::find_if_not(locale.cbegin(), locale.cend(), isLetter);
    const QString language = locale.first(end - locale.cbegin()).toLower();
    const auto has = [&language](const Language &row) { return language == QLatin1StringView(row.code); };
    return std::any_of(std::begin(known), std::end(known), has) ? language : QString();
}

void install(QTranslator *translator, bool loaded)
{
    if (loaded)
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

std::span<const Language> languages()
{
    return known;
}

QString languageFor(const QString &chosen)
{
    const QStringList names = chosen.isEmpty() ? wishes() : QStringList(chosen);
    for (const QString &name : names) {
        if (QString language = languageOf(name); !language.isEmpty())
            return language;
    }
    return sourceLanguage;
}

void loadLanguage(const QString &language)
{
    QCoreApplication *const app = QCoreApplication::instance();
    if (language == pseudoLanguage) {
        QCoreApplication::installTranslator(new PseudoTranslator(app));
        return;
    }
    if (language != sourceLanguage) {
        auto *const words = new QTranslator(app);
        install(words, words->load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath))
                           || words->load(u":/i18n/qtwords_"_s + language + u".qm"_s));
    }
    auto *const own = new QTranslator(app);
    install(own, own->load(u":/i18n/braketeer_"_s + language + u".qm"_s));
}

} // namespace braketeer::apps
