#pragma once

#include <QTranslator>

namespace braketeer::apps {

/// Translates every text to itself, with accents, two fifths longer, in brackets: "&Name" becomes "[&Náṁé~~]".
///
/// Complete by construction, so no file can be behind the sources. Kept as they are: placeholders (%1, %L1, %n),
/// mnemonics, HTML tags and entities, and the pattern at the end of a file filter. Qt's own texts are left to Qt.
class PseudoTranslator final : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    QString translate(const char *context, const char *sourceText, const char *disambiguation = nullptr,
                      int n = -1) const override;
    bool isEmpty() const override;
};

} // namespace braketeer::apps
