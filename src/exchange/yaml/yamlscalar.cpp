#include "exchange/yaml/yamlscalar.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;
using Kind = YamlScalar::Kind;

namespace {

// Source of the patterns: ruamel/yaml/resolver.py, implicit_resolvers of version (1, 2).

bool isFloat(const QString &text)
{
    static const QRegularExpression pattern(u"^(?:[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+]?[0-9]+)?"
                                            "|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+"
                                            "|[-+]?\\.[0-9_]+(?:[eE][-+][0-9]+)?)\\z"_s);
    return pattern.match(text).hasMatch();
}

bool isInfinite(const QString &text)
{
    static const QRegularExpression pattern(u"^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))\\z"_s);
    return pattern.match(text).hasMatch();
}

bool isDate(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}"
        "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?"
        "(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)\\z"_s);
    return pattern.match(text).hasMatch();
}

int digitOf(QChar character)
{
    const char16_t unit = character.toLower().unicode();
    if (unit >= u'0' && unit <= u'9')
        return unit - u'0';
    return unit >= u'a' && unit <= u'f' ? unit - u'a' + 10 : 16;
}

/// The number in another base as decimal digits; null beyond 64 bits, which no member needs.
std::optional<QString> fromBase(QStringView digits, int base)
{
    QString plain;
    for (const QChar character : digits) {
        if (character == u'_')
            continue;
        if (digitOf(character) >= base)
            return std::nullopt;
        plain += character;
    }
    bool fits = false;
    const qulonglong number = plain.toULongLong(&fits, base);
    return fits ? std::optional(QString::number(number)) : std::nullopt;
}

std::optional<QString> decimal(QStringView digits)
{
    QString plain;
    for (const QChar character : digits) {
        if (character == u'_')
            continue;
        if (digitOf(character) >= 10)
            return std::nullopt;
        plain += character;
    }
    if (plain.isEmpty())
        return std::nullopt;
    qsizetype zeros = 0;
    while (zeros + 1 < plain.size() && plain.at(zeros) == u'0')
        ++zeros;
    return plain.mid(zeros);
}

} // namespace

std::optional<QString> yamlInteger(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.mid(1);
    if (text.isEmpty() || digitOf(text.front()) >= 10)
        return std::nullopt;
    std::optional<QString> digits;
    if (text.startsWith("0b"_L1))
        digits = fromBase(text.mid(2), 2);
    else if (text.startsWith("0o"_L1))
        digits = fromBase(text.mid(2), 8);
    else if (text.startsWith("0x"_L1))
        digits = fromBase(text.mid(2), 16);
    else
        digits = decimal(text);
    if (!digits)
        return std::nullopt;
    return negative && *digits != "0"_L1 ? u'-' + *digits : digits;
}

std::optional<QString> yamlFloat(const QString &text)
{
    if (!isFloat(text))
        return std::nullopt;
    QString plain = text;
    plain.remove(u'_');
    bool valid = false;
    const double number = plain.toDouble(&valid);
    if (!valid || !std::isfinite(number))
        return std::nullopt;
    // A float stays one in JSON, so that it is never taken for a whole number.
    QString shortest = QString::number(number, 'g', QLocale::FloatingPointShortest);
    if (!shortest.contains(u'.') && !shortest.contains(u'e'))
        shortest += ".0"_L1;
    return shortest;
}

YamlScalar resolveYamlScalar(const QString &text)
{
    if (text.isEmpty() || text == "~"_L1 || text == "null"_L1 || text == "Null"_L1 || text == "NULL"_L1)
        return {Kind::Value, Value()};
    if (text == "true"_L1 || text == "True"_L1 || text == "TRUE"_L1)
        return {Kind::Value, Value::boolean(true)};
    if (text == "false"_L1 || text == "False"_L1 || text == "FALSE"_L1)
        return {Kind::Value, Value::boolean(false)};
    if (text == "<<"_L1)
        return {Kind::Merge};
    if (text == "="_L1)
        return {Kind::Default};
    const char16_t first = text.front().unicode();
    const bool mayBeNumber = (first >= u'0' && first <= u'9') || first == u'-' || first == u'+' || first == u'.';
    if (!mayBeNumber)
        return {};
    if (const auto number = yamlInteger(text))
        return {Kind::Value, Value::number(*number)};
    if (const auto number = yamlFloat(text))
        return {Kind::Value, Value::number(*number)};
    if (isFloat(text) || isInfinite(text))
        return {Kind::Infinite};
    if (isDate(text))
        return {Kind::Date};
    return {};
}

} // namespace braketeer::exchange
