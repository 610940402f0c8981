#include "exchange/shorthand/readoption.h"

#include "exchange/json/readjson.h"
#include "exchange/shorthand/grammar.h"
#include "exchange/shorthand/pythoninteger.h"
#include "exchange/shorthand/readshorthand.h"
#include "job/schema/schema.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Type;
using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Option)
};

/// The first character that is no blank; NUL where there is none.
QChar firstCharacter(QStringView text)
{
    for (const QChar character : text) {
        if (!isPythonSpace(character.unicode()))
            return character;
    }
    return {};
}

bool looksLikeJson(QStringView text)
{
    const QChar first = firstCharacter(text);
    return first == u'{' || first == u'[';
}

class OptionReader
{
public:
    OptionReader(const job::Member &option, const FileReader &readFile, QStringList *repeated)
        : m_option(option), m_readFile(readFile), m_repeated(repeated)
    {
    }

    core::Result<Value> read(QStringList arguments) const
    {
        bool fromFile = false;
        if (arguments.size() == 1) {
            if (const auto content = readReference(arguments.constFirst(), m_readFile)) {
                if (!*content)
                    return core::fail(content->error());
                arguments = {**content};
                fromFile = true;
            }
        }
        if (m_option.type == Type::List)
            return fromFile ? readListFile(arguments.constFirst()) : readList(arguments);
        if (arguments.size() != 1)
            return core::fail(core::Error::Kind::Usage, Text::tr("it takes exactly one argument."));
        return readOne(arguments.constFirst());
    }

private:
    core::Result<Value> readOne(const QString &text) const
    {
        switch (m_option.type) {
        case Type::Text:
        case Type::Enum:
            return Value::text(text);
        case Type::Integer:
            return fitToModel(Value::text(text), m_option);
        default:
            return looksLikeJson(text) ? readObject(text) : readPairs(text, m_option);
        }
    }

    core::Result<Value> readList(const QStringList &arguments) const
    {
        if (arguments.isEmpty())
            return Value::list();
        if (arguments.size() == 1 && firstCharacter(arguments.constFirst()) == u'[')
            return readJsonText(arguments.constFirst());
        const bool json = looksLikeJson(arguments.constFirst());
        QList<Value> items;
        for (const QString &argument : arguments) {
            core::Result<Value> value = json ? readObject(argument) : readPairs(argument, itemOf());
            if (!value)
                return value;
            items.append(std::move(*value));
        }
        return Value::list(std::move(items));
    }

    /// From a file the AWS CLI takes a list as JSON only; shorthand gives a lone structure, which the checks refuse.
    core::Result<Value> readListFile(const QString &text) const
    {
        if (firstCharacter(text) == u'[')
            return readJsonText(text);
        if (looksLikeJson(text))
            return core::fail(core::Error::Kind::Usage,
                              Text::tr("the file must hold a JSON list: put [ and ] round it."));
        return readPairs(text, itemOf());
    }

    const job::Member &itemOf() const { return *job::childrenOf(QString::fromLatin1(m_option.path)).constFirst(); }

    core::Result<Value> readObject(const QString &text) const
    {
        if (firstCharacter(text) != u'{')
            return core::fail(core::Error::Kind::Usage,
                              Text::tr("JSON for it begins with {, and once one argument is JSON all are."));
        return readJsonText(text);
    }

    core::Result<Value> readJsonText(const QString &text) const
    {
        return readJson(text.toUtf8(), DuplicateKeys::LastWins, m_repeated);
    }

    core::Result<Value> readPairs(const QString &text, const job::Member &member) const
    {
        if (text.startsWith(u'\uFEFF'))
            return core::fail(core::Error::Kind::Usage,
                              Text::tr("the text begins with a byte-order mark. Save the file as "
                                       "UTF-8 without one."));
        return readShorthand(text, member, m_readFile);
    }

    const job::Member &m_option;
    const FileReader &m_readFile;
    QStringList *m_repeated;
};

} // namespace

core::Result<Value> readOption(const job::Member &option, const QStringList &arguments, const FileReader &readFile,
                               QStringList *repeated)
{
    core::Result<Value> value = OptionReader(option, readFile, repeated).read(arguments);
    if (value)
        return value;
    core::Error error = value.error();
    error.message = Text::tr("%1: %2").arg(QString::fromLatin1(option.option), error.message);
    error.member = QString::fromLatin1(option.path);
    return core::fail(std::move(error));
}

} // namespace braketeer::exchange
