#pragma once

#include <QTranslator>

namespace braketeer::test {

/// A language in which every text is two fifths longer and marked at both ends: what is clipped or never went through
/// the translator shows.
class PseudoLocale final : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        if (n >= 0)
            text.replace(QStringLiteral("%n"), QString::number(n));
        return QStringLiteral("[%1%2]").arg(text, QString(text.size() * 2 / 5, QChar(u'~')));
    }

    bool isEmpty() const override { return false; }
};

} // namespace braketeer::test
