#pragma once

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace braketeer::apps {

/// The language that the sources are written in. A translation of it has no more than the plurals.
inline constexpr QLatin1StringView sourceLanguage("en");

/// The pseudo-locale, in which every text is longer and marked: what is clipped or not translated can be seen.
inline constexpr QLatin1StringView pseudoLanguage("en_XA");

/// One that can be chosen.
struct Language
{
    const char *code; ///< "de"
    const char *name; ///< in itself, UTF-8: "Deutsch"
};

/// sourceLanguage and all that it is translated to, sorted by name; without the pseudo-locale, which is for tests.
std::span<const Language> languages();

/// The language for `chosen`, such as "de" or "de_AT.UTF-8"; empty: the one that this process was started in.
///
/// The environment is read as gettext does: `LC_ALL`, `LC_MESSAGES` or `LANG` name a locale, and unless that is "C",
/// `LANGUAGE` may name others to be tried before it, separated by colons. Where none of them is set the system is
/// asked. Languages without a translation are passed over; English is what remains. No file is opened.
QString languageFor(const QString &chosen = {});

/// Installs the translators for `language`, as languageFor() returns it, into the application. Call it once, before the
/// first text is shown. Qt's own words ("Cancel", "Save") come from Qt's translations; where those are not installed,
/// from the most needed of them that are kept here.
void loadLanguage(const QString &language);

} // namespace braketeer::apps
