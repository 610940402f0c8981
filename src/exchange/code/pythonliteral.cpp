#include "exchange/code/pythonliteral.h"

#include "exchange/characters.h"
#include "exchange/json/numbertext.h"
#include "exchange/textcheck.h"

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

constexpr int indentWidth = 4;

QString indent(int level)
{
    return QString(qsizetype(indentWidth) * level, u' ');
}

void appendCharacter(QString &out, char32_t character, PythonText form)
{
    switch (character) {
    case u'"':
        out += "\\\""_L1;
        return;
    case u'\\':
        out += "\\\\"_L1;
        return;
    case u'\n':
        out += "\\n"_L1;
        return;
    case u'\r':
        out += "\\r"_L1;
        return;
    case u'\t':
        out += "\\t"_L1;
        return;
    default:
        break;
    }
    const bool plain = character < 0x80 || form == PythonText::Readable;
    if (plain && !isHidden(character))
        out += QChar::fromUcs4(character);
    else
        appendUnicodeEscape(out, character);
}

void append(QString &out, const Value &value, PythonText form, int level)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        out += "None"_L1;
        break;
    case Value::Kind::Boolean:
        out += value.toBoolean() ? "True"_L1 : "False"_L1;
        break;
    case Value::Kind::Number:
        out += isJsonNumber(value.toText()) ? value.toText() : pythonString(value.toText(), form);
        break;
    case Value::Kind::Text:
        out += pythonString(value.toText(), form);
        break;
    case Value::Kind::List:
        out += u'[';
        for (const Value &item : value.items()) {
            out += u'\n' + indent(level + 1);
            append(out, item, form, level + 1);
            out += u',';
        }
        out += (value.items().isEmpty() ? QString() : u'\n' + indent(level)) + u']';
        break;
    case Value::Kind::Map:
        out += u'{';
        for (const Value::Entry &entry : value.entries()) {
            out += u'\n' + indent(level + 1) + pythonString(entry.key, form) + ": "_L1;
            append(out, entry.value, form, level + 1);
            out += u',';
        }
        out += (value.entries().isEmpty() ? QString() : u'\n' + indent(level)) + u'}';
        break;
    }
}

} // namespace

QString pythonString(QStringView text, PythonText form)
{
    QString out;
    out.reserve(text.size() + 2);
    out += u'"';
    appendEscaped(out, text, [form](QString &to, char32_t character) { appendCharacter(to, character, form); });
    return out + u'"';
}

QString pythonLiteral(const Value &value, PythonText form, int level)
{
    QString out;
    append(out, value, form, level);
    return out;
}

} // namespace braketeer::exchange
