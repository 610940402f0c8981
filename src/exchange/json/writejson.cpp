#include "exchange/json/writejson.h"

#include "exchange/characters.h"
#include "exchange/textcheck.h"

#include <QStringView>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

bool isPlainEverywhere(char16_t unit)
{
    return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9')
           || QStringView(u"-_.:+/").contains(unit);
}

/// Characters with an escape of their own; 0 for every other.
char16_t shortEscape(char16_t unit)
{
    switch (unit) {
    case u'"':
    case u'\\':
        return unit;
    case u'\n':
        return u'n';
    case u'\r':
        return u'r';
    case u'\t':
        return u't';
    default:
        return 0;
    }
}

/// One character, or the two halves of one; `i` stays on the last.
void appendReadable(QString &out, QStringView text, qsizetype &i, JsonForm form)
{
    const char16_t unit = text.at(i).unicode();
    const char16_t letter = shortEscape(unit);
    const bool isPair = QChar::isHighSurrogate(unit) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
    const qsizetype start = i;
    if (isPair)
        ++i;
    const char32_t character = isPair ? QChar::surrogateToUcs4(unit, text.at(i).unicode()) : char32_t(unit);
    if (letter) {
        out += u'\\';
        out += QChar(letter);
    } else if (form != JsonForm::IndentedAscii && !isHidden(character)) {
        out += text.sliced(start, i - start + 1);
    } else {
        for (qsizetype at = start; at <= i; ++at)
            appendUnicodeEscape(out, text.at(at).unicode());
    }
}

void appendHardened(QString &out, QStringView text)
{
    while (!text.isEmpty()) {
        const auto special = std::ranges::find_if_not(
            text, [](QChar character) { return isPlainEverywhere(character.unicode()); });
        const qsizetype plain = special - text.begin();
        out += text.first(plain);
        if (plain == text.size())
            return;
        appendUnicodeEscape(out, text.at(plain).unicode());
        text = text.sliced(plain + 1);
    }
}

void appendString(QString &out, QStringView text, JsonForm form)
{
    out += u'"';
    if (form == JsonForm::Hardened) {
        appendHardened(out, text);
    } else {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const qsizetype plain = plainLength(text.sliced(i));
            out += text.sliced(i, plain);
            i += plain;
            if (i < text.size())
                appendReadable(out, text, i, form);
        }
    }
    out += u'"';
}

bool isIndented(JsonForm form)
{
    return form == JsonForm::Indented || form == JsonForm::IndentedAscii;
}

void startLine(QString &out, JsonForm form, int level)
{
    if (!isIndented(form))
        return;
    out += u'\n';
    out += QString(qsizetype(2) * level, u' ');
}

// Readers limit the depth of documents, so that recursion is safe here.
void append(QString &out, const Value &value, JsonForm form, int level)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        out += "null"_L1;
        break;
    case Value::Kind::Boolean:
        out += value.toBoolean() ? "true"_L1 : "false"_L1;
        break;
    case Value::Kind::Number:
        out += value.toText();
        break;
    case Value::Kind::Text:
        appendString(out, value.toText(), form);
        break;
    case Value::Kind::List:
        out += u'[';
        for (qsizetype i = 0; i < value.items().size(); ++i) {
            if (i > 0)
                out += u',';
            startLine(out, form, level + 1);
            append(out, value.items().at(i), form, level + 1);
        }
        if (!value.items().isEmpty())
            startLine(out, form, level);
        out += u']';
        break;
    case Value::Kind::Map:
        out += u'{';
        for (qsizetype i = 0; i < value.entries().size(); ++i) {
            const Value::Entry &entry = value.entries().at(i);
            if (i > 0)
                out += u',';
            startLine(out, form, level + 1);
            appendString(out, entry.key, form);
            out += isIndented(form) ? ": "_L1 : ":"_L1;
            append(out, entry.value, form, level + 1);
        }
        if (!value.entries().isEmpty())
            startLine(out, form, level);
        out += u'}';
        break;
    }
}

} // namespace

QString jsonString(QStringView text, JsonForm form)
{
    QString out;
    out.reserve(text.size() + 2);
    appendString(out, text, form);
    return out;
}

QString jsonText(const Value &value, JsonForm form, int level)
{
    QString out;
    append(out, value, form, level);
    return out;
}

QByteArray writeJson(const Value &value, JsonForm form)
{
    QByteArray utf8 = jsonText(value, form).toUtf8();
    if (isIndented(form))
        utf8 += '\n';
    return utf8;
}

} // namespace braketeer::exchange
