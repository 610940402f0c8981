#include "exchange/yaml/writeyaml.h"

#include "exchange/characters.h"
#include "exchange/textcheck.h"

#include <QRegularExpression>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

/// Words that some version of YAML takes for something else than text are short or in this list.
bool isPlainKey(const QString &key)
{
    static const QRegularExpression word(u"^[a-z][a-zA-Z0-9]{3,63}\\z"_s);
    return word.match(key).hasMatch() && key != "null"_L1 && key != "true"_L1 && key != "false"_L1;
}

/// A text that no version of YAML takes for anything else, with or without quotes.
bool isPlainText(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z/][A-Za-z0-9_./:+-]*[A-Za-z0-9_/]\\z"_s);
    static const QRegularExpression word(u"^(true|false|null|yes|no|on|off|nan|inf)\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return plain.match(text).hasMatch() && !word.match(text).hasMatch();
}

QString scalarText(const Value &value, YamlTexts texts)
{
    switch (value.kind()) {
    case Value::Kind::Boolean:
        return value.toBoolean() ? u"true"_s : u"false"_s;
    case Value::Kind::Number:
        return value.toText();
    case Value::Kind::Text:
        return texts == YamlTexts::PlainWhereSafe && isPlainText(value.toText()) ? value.toText()
                                                                                 : yamlString(value.toText());
    case Value::Kind::List:
        return u"[]"_s;
    case Value::Kind::Map:
        return u"{}"_s;
    case Value::Kind::Null:
        break;
    }
    return u"null"_s;
}

bool isBlock(const Value &value)
{
    return !value.items().isEmpty() || !value.entries().isEmpty();
}

/// Writes what a key, a hyphen or nothing stands before. The first line of a block is not indented by `inLine`: it
/// stands behind its hyphen.
void append(QString &out, const Value &value, YamlTexts texts, int level, bool inLine)
{
    const QString indent(qsizetype(2) * level, u' ');
    bool first = inLine;
    for (const Value::Entry &entry : value.entries()) {
        out += (first ? QString() : indent) + yamlKey(entry.key, indent);
        first = false;
        if (isBlock(entry.value)) {
            out += u'\n';
            append(out, entry.value, texts, level + 1, false);
        } else {
            out += u' ' + scalarText(entry.value, texts) + u'\n';
        }
    }
    for (const Value &item : value.items()) {
        out += (first ? QString() : indent) + "- "_L1;
        first = false;
        if (isBlock(item))
            append(out, item, texts, level + 1, true);
        else
            out += scalarText(item, texts) + u'\n';
    }
}

void appendCharacter(QString &out, char32_t character, YamlCharacters characters)
{
    if (character == u'"' || character == u'\\')
        out += QString(u'\\') + QChar(char16_t(character));
    else if (character == u'\n')
        out += "\\n"_L1;
    else if (character == u'\t')
        out += "\\t"_L1;
    else if (!isHidden(character) && (character < 0x80 || characters == YamlCharacters::Readable))
        out += QChar::fromUcs4(character);
    else
        appendUnicodeEscape(out, character);
}

} // namespace

QString yamlKey(const QString &key, const QString &indent, YamlCharacters characters)
{
    constexpr qsizetype longest = 1000; // of 1,024, with some room
    const QString text = isPlainKey(key) ? key : yamlString(key, characters);
    return text.size() <= longest ? text + u':' : "? "_L1 + text + u'\n' + indent + u':';
}

QString yamlString(QStringView text, YamlCharacters characters)
{
    QString out(u'"');
    appendEscaped(out, text,
                  [characters](QString &to, char32_t character) { appendCharacter(to, character, characters); });
    return out + u'"';
}

QByteArray writeYaml(const Value &value, YamlTexts texts)
{
    QString out;
    if (isBlock(value))
        append(out, value, texts, 0, false);
    else
        out = scalarText(value, texts) + u'\n';
    return out.toUtf8();
}

} // namespace braketeer::exchange
