#include "exchange/command/filename.h"

#include <QStringList>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestStem = 58;

bool isPlain(QChar character)
{
    return character.unicode() < 0x80
           && (character.isLetterOrNumber() || character == u'-' || character == u'_' || character == u'.');
}

/// Windows takes these for devices, with any suffix.
bool isDevice(const QString &stem)
{
    const QString name = stem.section(u'.', 0, 0).toLower();
    static const QStringList devices{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    const bool isNumbered = name.size() == 4 && (name.startsWith("com"_L1) || name.startsWith("lpt"_L1))
                            && name.back().isDigit();
    return isNumbered || devices.contains(name);
}

} // namespace

QString documentFileName(QStringView jobName)
{
    QString stem;
    for (const QChar character : jobName.first(qMin(jobName.size(), longestStem)))
        stem += isPlain(character) ? character : QChar(u'-');
    while (stem.startsWith(u'-') || stem.startsWith(u'.'))
        stem.remove(0, 1);
    if (stem.isEmpty() || isDevice(stem))
        stem.prepend("job"_L1);
    return stem + ".json"_L1;
}

} // namespace braketeer::exchange
