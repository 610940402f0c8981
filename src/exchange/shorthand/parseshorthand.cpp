#include "exchange/shorthand/parseshorthand.h"

#include "exchange/shorthand/grammar.h"
#include "exchange/shorthand/shorthandcursor.h"
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

/// A recursive descent like the original's.
class ShorthandParser
{
public:
    ShorthandParser(QStringView text, const FileReader &readFile) : m_cursor(text), m_readFile(readFile) { }

    core::Result<Value> parse()
    {
        Value members = parameter();
        if (failed())
            return core::fail(m_cursor.error());
        return members;
    }

private:
    bool failed() const { return m_cursor.failed(); }

    Value parameter()
    {
        Value members = Value::map();
        bool first = true;
        while (!failed() && (first || !m_cursor.atEnd())) {
            if (!first)
                m_cursor.expectBetweenBlanks(U',');
            const qsizetype start = m_cursor.index();
            const QString name = failed() ? QString() : keyAndSign();
            Value value = failed() ? Value() : values();
            if (failed())
                break;
            if (members.find(name)) {
                m_cursor.fail(Text::tr("“%1” comes for the second time at character %2. Name each key once; several "
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
        QString name = m_cursor.key();
        m_cursor.skipBlanks();
        m_resolvesFiles = m_cursor.take(U'@');
        if (m_resolvesFiles)
            m_cursor.skipBlanks();
        m_cursor.expectBetweenBlanks(U'=');
        return name;
    }

    Value values()
    {
        if (m_cursor.atEnd())
            return Value::text(u""_s);
        if (m_cursor.stands(U'['))
            return explicitList();
        if (m_cursor.stands(U'{'))
            return structure();
        return commaValues();
    }

    /// `a=b` is a text, `a=b,c` a list; what follows the comma may turn out to be the next key, then back to the comma.
    Value commaValues()
    {
        Value first = firstValue();
        if (failed())
            return {};
        m_cursor.skipBlanks();
        if (!m_cursor.stands(U','))
            return first;
        m_cursor.expectBetweenBlanks(U',');
        QList<Value> items{first};
        while (true) {
            Value item = secondValue();
            if (!failed()) {
                m_cursor.skipBlanks();
                if (m_cursor.atEnd()) {
                    items.append(std::move(item));
                    break;
                }
                m_cursor.expectBetweenBlanks(U',');
            }
            if (!failed()) {
                items.append(std::move(item));
                continue;
            }
            if (m_cursor.problem() == ShorthandCursor::Problem::Final || m_cursor.atEnd())
                return {};
            m_cursor.stepBackTo(U',');
            break;
        }
        return items.size() == 1 ? first : Value::list(std::move(items));
    }

    Value explicitList()
    {
        if (!enter())
            return {};
        QList<Value> items;
        m_cursor.expectBetweenBlanks(U'[');
        while (!failed() && !m_cursor.stands(U']')) {
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
        m_cursor.expectBetweenBlanks(U'{');
        while (!failed() && !m_cursor.stands(U'}')) {
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
        m_cursor.skipBlanks();
        if (!m_cursor.stands(closer)) {
            m_cursor.expect(U',');
            m_cursor.skipBlanks();
        }
    }

    bool enter()
    {
        if (++m_depth <= maximumDocumentDepth)
            return true;
        m_cursor.fail(Text::tr("it is nested deeper than %1 levels.").arg(maximumDocumentDepth));
        return false;
    }

    void leave(char32_t closer)
    {
        --m_depth;
        m_cursor.expect(closer);
    }

    Value explicitValue()
    {
        if (m_cursor.stands(U'['))
            return explicitList();
        if (m_cursor.stands(U'{'))
            return structure();
        return firstValue();
    }

    Value firstValue()
    {
        if (m_cursor.stands(U'\'') || m_cursor.stands(U'"'))
            return resolved(m_cursor.quotedValue());
        return resolved(m_cursor.bareValue(continuesFirstValue));
    }

    Value secondValue()
    {
        if (m_cursor.stands(U'\'') || m_cursor.stands(U'"'))
            return resolved(m_cursor.quotedValue());
        const qsizetype start = m_cursor.index();
        const QString value = m_cursor.bareValue(continuesSecondValue);
        if (m_cursor.index() == start) {
            m_cursor.failSyntax(Text::tr("a value"));
            return {};
        }
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
            m_cursor.fail(content->error());
            return {};
        }
        return Value::text(**content);
    }

    ShorthandCursor m_cursor;
    const FileReader &m_readFile;
    int m_depth = 0;
    bool m_resolvesFiles = false;
};

} // namespace

core::Result<Value> parseShorthand(QStringView text, const FileReader &readFile)
{
    return ShorthandParser(text, readFile).parse();
}

} // namespace braketeer::exchange
