#pragma once

#include <QRandomGenerator>
#include <QStringList>

/// Characters that some layer between a document and a program has a meaning for, and some that nobody has.
inline const QStringList &awkwardCharacters()
{
    using namespace Qt::StringLiterals;
    static const QStringList characters{
        u"a"_s,  u"B"_s, u"7"_s, u" "_s,      u"'"_s,      u"\""_s,     u"\\"_s,     u"$"_s,     u"`"_s,  u"!"_s,
        u"("_s,  u")"_s, u"{"_s, u"}"_s,      u"["_s,      u"]"_s,      u"<"_s,      u">"_s,     u"|"_s,  u"&"_s,
        u";"_s,  u"*"_s, u"?"_s, u"~"_s,      u"#"_s,      u"="_s,      u","_s,      u"%"_s,     u"^"_s,  u"@"_s,
        u":"_s,  u"/"_s, u"-"_s, u"+"_s,      u"."_s,      u"_"_s,      u"\n"_s,     u"\t"_s,    u"\r"_s, u"é"_s,
        u"量"_s, u"😀"_s, u"’"_s, u"\u00A0"_s, u"\u202e"_s, u"\u0007"_s, u"\u0085"_s, u"\uFEFF"_s};
    return characters;
}

inline QString randomText(QRandomGenerator &random, int longest)
{
    QString text;
    for (int i = random.bounded(longest + 1); i > 0; --i)
        text += awkwardCharacters().at(random.bounded(int(awkwardCharacters().size())));
    return text;
}
