#include "exchange/shorthand/parseshorthand.h"

#include "exchange/shorthand/grammar.h"
#include "exchange/textcheck.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Shorthand)
};

QString quoted(const QString &text)
{
    return Text::tr("“%1”").arg(text);
}

using Characters = QList<char32_t>;

/// A recursive descent like the original's, with the error kept aside instead of thrown: after each step ask failed().
class ShorthandParser
{
public:
    ShorthandParser(QStringView text, const FileReader &readFile) : m_readFile(readFile)
    {
        for (const uint character : text.toUcs4())
            m_input.append(character);
    }

    core::Result<Value> parse()
    {
        Value members = parameter();
        if (failed())
            return core::fail(m_error);
        return members;
    }

private:
    enum class Problem {
        None,
        Syntax, ///< the reader may step back and try otherwise
        Final,  ///< it may not: a file that cannot be read, a key that comes twice
    };

    bool atEnd() const { return m_index >= m_input.size(); }

    bool stands(char32_t character) const { return !atEnd() && m_input.at(m_index) == character; }

    bool failed() const { return m_problem != Problem::None; }

    void fail(Problem problem, const QString &message)
    {
        m_problem = problem;
        m_error = core::Error();
        m_error.message = message;
    }

    void failSyntax(const QString &expected)
    {
        const QString found = atEnd() ? Text::tr("the end") : quoted(character(m_index));
        fail(Problem::Syntax,
             Text::tr("at character %1, %2 is expected, not %3. Put quotes round values that hold commas, "
                      "brackets or quotes, or write the whole argument as JSON.")
                 .arg(m_index + 1)
                 .arg(expected, found));
    }

    QString character(qsizetype index) const { return text(index, index + 1); }

    QString text(qsizetype from, qsizetype to) const
    {
        return QString::fromUcs4(m_input.constData() + from, to - from);
    }

    void skipBlanks()
    {
        while (!atEnd() && isShorthandBlank(m_input.at(m_index)))
            ++m_index;
    }

    void expect(char32_t character)
    {
        if (failed())
            return;
        if (!stands(character))
            return failSyntax(quoted(QString::fromUcs4(&character, 1)));
        ++m_index;
    }

    void expectBetweenBlanks(char32_t character)
    {
        skipBlanks();
        expect(character);
        if (!failed())
            skipBlanks();
    }

    Value parameter()
    {
        Value members = Value::map();
        bool first = true;
        while (!failed() && (first || !atEnd())) {
            if (!first)
                expectBetweenBlanks(U',');
            const qsizetype start = m_index;
            const QString name = failed() ? QString() : keyAndSign();
            Value value = failed() ? Value() : values();
            if (failed())
                break;
            if (members.find(name)) {
                fail(Problem::Final,
                     Text::tr("“%1” comes for the second time at character %2. Name each key once; several "
                              "items of a list are arguments of their own.")
                         .arg(name)
                         .arg(start + 1));
                break;
            }
            members.insert(name, std::move(value));
            first = false;
        }
        return members;
    }

    QString keyAndSign()
    {
        const qsizetype start = m_index;
        while (!atEnd() && isShorthandKeyCharacter(m_input.at(m_index)))
            ++m_index;
        QString name = text(start, m_index);
        skipBlanks();
        m_resolvesFiles = stands(U'@');
        if (m_resolvesFiles) {
            ++m_index;
            skipBlanks();
        }
        expectBetweenBlanks(U'=');
        return name;
    }

    Value values()
    {
        if (atEnd())
            return Value::text(u""_s);
        if (stands(U'['))
            return explicitList();
        if (stands(U'{'))
            return structure();
        return commaValues();
    }

    /// `a=b` is a text, `a=b,c` a list; what follows the comma may turn out to be the next key, then back to the comma.
    Value commaValues()
    {
        Value first = firstValue();
        if (failed())
            return {};
        skipBlanks();
        if (!stands(U','))
            return first;
        expectBetweenBlanks(U',');
        QList<Value> items{first};
        while (true) {
            Value item = secondValue();
            if (!failed()) {
                skipBlanks();
                if (atEnd()) {
                    items.append(std::move(item));
                    break;
                }
                expectBetweenBlanks(U',');
            }
            if (!failed()) {
                items.append(std::move(item));
                continue;
            }
            if (m_problem == Problem::Final || atEnd())
                return {};
            m_problem = Problem::None;
            while (m_input.at(m_index) != U',')
                --m_index;
            break;
        }
        return items.size() == 1 ? first : Value::list(std::move(items));
    }

    Value explicitList()
    {
        if (!enter())
            return {};
        QList<Value> items;
        expectBetweenBlanks(U'[');
        while (!failed() && !stands(U']')) {
            items.append(explicitValue());
            separate(U']');
        }
        leave(U']');
        return Value::list(std::move(items));
    }

    Value structure()
    {
        if (!enter())
            return {};
        Value members = Value::map();
        expectBetweenBlanks(U'{');
        while (!failed() && !stands(U'}')) {
            const QString name = keyAndSign();
            Value value = failed() ? Value() : explicitValue();
            separate(U'}');
            members.insert(name, std::move(value));
        }
        leave(U'}');
        return members;
    }

    void separate(char32_t closer)
    {
        if (failed())
            return;
        skipBlanks();
        if (!stands(closer)) {
            expect(U',');
            skipBlanks();
        }
    }

    bool enter()
    {
        if (++m_depth <= maximumDocumentDepth)
            return true;
        fail(Problem::Final, Text::tr("it is nested deeper than %1 levels.").arg(maximumDocumentDepth));
        return false;
    }

    void leave(char32_t closer)
    {
        --m_depth;
        expect(closer);
    }

    Value explicitValue()
    {
        if (stands(U'['))
            return explicitList();
        if (stands(U'{'))
            return structure();
        return firstValue();
    }

    Value firstValue()
    {
        if (stands(U'\'') || stands(U'"'))
            return quotedValue();
        return resolved(bareValue(continuesFirstValue));
    }

    Value secondValue()
    {
        if (stands(U'\'') || stands(U'"'))
            return quotedValue();
        const qsizetype start = m_index;
        const QString value = bareValue(continuesSecondValue);
        if (m_index == start) {
            failSyntax(Text::tr("a value"));
            return {};
        }
        return resolved(value);
    }

    bool escapedCommaStands() const { return stands(U'\\') && m_input.value(m_index + 1) == U','; }

    QString bareValue(bool (*continues)(char32_t))
    {
        const qsizetype start = m_index;
        if (escapedCommaStands())
            m_index += 2;
        else if (!atEnd() && beginsShorthandValue(m_input.at(m_index)))
            ++m_index;
        else
            return u""_s;
        while (!atEnd()) {
            if (escapedCommaStands())
                m_index += 2;
            else if (continues(m_input.at(m_index)))
                ++m_index;
            else
                break;
        }
        QString value = text(start, m_index).replace("\\,"_L1, ","_L1);
        while (!value.isEmpty() && isPythonSpace(value.back().unicode()))
            value.chop(1);
        return value;
    }

    /// The end of the quoted value at m_index, after its closing quote; -1 where nothing closes it. When only escaped
    /// quotes follow, the last of them closes it after all: that is how the regular expression steps back.
    qsizetype endOfQuoted() const
    {
        const char32_t quote = m_input.at(m_index);
        qsizetype lastEscaped = -1;
        for (qsizetype i = m_index + 1; i < m_input.size(); ++i) {
            const char32_t next = m_input.value(i + 1);
            if (m_input.at(i) == quote)
                return i + 1;
            if (m_input.at(i) == U'\\' && (next == U'\\' || next == quote)) {
                ++i;
                if (next == quote)
                    lastEscaped = i + 1;
            }
        }
        return lastEscaped;
    }

    Value quotedValue()
    {
        const QChar quote(char16_t(m_input.at(m_index)));
        const qsizetype end = endOfQuoted();
        if (end < 0) {
            failSyntax(Text::tr("a closing %1 for the quote").arg(quote));
            return {};
        }
        QString value = text(m_index + 1, end - 1);
        m_index = end;
        value.replace(QString(u'\\') + quote, QString(quote)).replace("\\\\"_L1, "\\"_L1);
        return resolved(value);
    }

    Value resolved(const QString &value)
    {
        if (failed() || !m_resolvesFiles)
            return Value::text(value);
        const auto content = readReference(value, m_readFile);
        if (!content)
            return Value::text(value);
        if (!*content) {
            m_problem = Problem::Final;
            m_error = content->error();
            return {};
        }
        return Value::text(**content);
    }

    Characters m_input;
    const FileReader &m_readFile;
    qsizetype m_index = 0;
    int m_depth = 0;
    bool m_resolvesFiles = false;
    Problem m_problem = Problem::None;
    core::Error m_error;
};

} // namespace

core::Result<Value> parseShorthand(QStringView text, const FileReader &readFile)
{
    return ShorthandParser(text, readFile).parse();
}

} // namespace braketeer::exchange
