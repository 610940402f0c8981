#pragma once

#include <QString>

class QCoreApplication;

namespace braketeer::apps {

/// Loads the translation for the desktop's language, or for `chosen` ("de"; empty: the desktop's).
///
/// `LANGUAGE`, `LC_ALL`, `LC_MESSAGES` or `LANG` = `en_XA` loads the pseudo-locale, in which every text is longer and
/// marked: what is clipped or not translated can be seen.
void loadLanguage(QCoreApplication &app, const QString &chosen);

} // namespace braketeer::apps
