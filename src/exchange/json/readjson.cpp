#include "exchange/json/readjson.h"

#include "exchange/textcheck.h"

#include <QCoreApplication>
#include <QSet>

#include <rapidjson/error/error.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <vector>

namespace braketeer::exchange {
namespace {

using core::Error; // without core:: in front of a function lupdate finds its texts
using job::Value;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Json)
};

Error brokenAt(QByteArrayView utf8, qsizetype offset, const QString &why)
{
    core::Error error;
    error.message = Text::tr("The JSON text is wrong at %1: %2.").arg(placeName(positionAt(utf8, offset)), why);
    error.suggestion = Text::tr("Mend that place and read it again.");
    return error;
}

/// Where the string literal begins whose closing quote stands just before `end`.
qsizetype startOfString(QByteArrayView utf8, qsizetype end)
{
    for (qsizetype i = end - 2; i >= 0; --i) {
        if (utf8.at(i) != '"')
            continue;
        qsizetype backslashes = 0;
        while (i - backslashes > 0 && utf8.at(i - backslashes - 1) == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            return i;
    }
    return 0;
}

/// Builds the tree from the reader's events; a false answer stops the reader, `m_why` says why.
class TreeBuilder
{
public:
    TreeBuilder(QByteArrayView utf8, const rapidjson::MemoryStream &stream, DuplicateKeys duplicates,
                QStringList *repeated)
        : m_utf8(utf8), m_stream(stream), m_duplicates(duplicates), m_repeated(repeated)
    {
    }

    bool Null() { return add(Value()); }

    bool Bool(bool value) { return add(Value::boolean(value)); }

    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        return add(Value::number(QString::fromLatin1(text, length)));
    }

    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        return add(Value::text(textOf({text, qsizetype(length)})));
    }

    bool StartObject() { return open(Value::map()); }

    bool StartArray() { return open(Value::list()); }

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        QString key = textOf({text, qsizetype(length)});
        Level &level = m_open.back();
        if (level.keys.contains(key)) {
            if (m_duplicates == DuplicateKeys::Refuse)
                return refuse(startOfString(m_utf8, qsizetype(m_stream.src_ - m_stream.begin_)),
                              Text::tr("the member “%1” is here for the second time").arg(key.left(60)));
            if (m_repeated)
                m_repeated->append(key);
        }
        level.key = std::move(key);
        return true;
    }

    bool EndObject(rapidjson::SizeType) { return close(); }

    bool EndArray(rapidjson::SizeType) { return close(); }

    // Numbers come as text (RawNumber); the reader's interface names these all the same.
    bool Int(int) { return false; }

    bool Uint(unsigned) { return false; }

    bool Int64(int64_t) { return false; }

    bool Uint64(uint64_t) { return false; }

    bool Double(double) { return false; }

    Value takeDocument() { return std::move(m_document); }

    qsizetype offset() const { return m_offset; }

    const QString &why() const { return m_why; }

private:
    struct Level
    {
        Value value;
        QString key;
        QSet<QString> keys;
    };

    bool refuse(qsizetype offset, QString why)
    {
        m_offset = offset;
        m_why = std::move(why);
        return false;
    }

    bool open(Value value)
    {
        if (m_open.size() >= size_t(maximumDocumentDepth))
            return refuse(qsizetype(m_stream.src_ - m_stream.begin_) - 1,
                          Text::tr("it is nested deeper than %1 levels").arg(maximumDocumentDepth));
        m_open.push_back({std::move(value), {}, {}});
        return true;
    }

    bool close()
    {
        Value value = std::move(m_open.back().value);
        m_open.pop_back();
        return add(std::move(value));
    }

    bool add(Value value)
    {
        if (m_open.empty()) {
            m_document = std::move(value);
            return true;
        }
        Level &level = m_open.back();
        if (level.value.isList()) {
            level.value.items().append(std::move(value));
        } else if (level.keys.contains(level.key)) {
            level.value.insert(level.key, std::move(value));
        } else {
            level.keys.insert(level.key);
            level.value.entries().append({level.key, std::move(value)});
        }
        return true;
    }

    QByteArrayView m_utf8;
    const rapidjson::MemoryStream &m_stream;
    DuplicateKeys m_duplicates;
    QStringList *m_repeated;
    std::vector<Level> m_open;
    Value m_document;
    qsizetype m_offset = 0;
    QString m_why;
};

QString explain(rapidjson::ParseErrorCode code)
{
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
        return Text::tr("there is nothing in it");
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return Text::tr("text follows after its end");
    case rapidjson::kParseErrorObjectMissName:
        return Text::tr("a member's name in double quotes is missing");
    case rapidjson::kParseErrorObjectMissColon:
        return Text::tr("a colon after a member's name is missing");
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return Text::tr("a comma or } after a member is missing");
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return Text::tr("a comma or ] after an item is missing");
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return Text::tr("\\u is not followed by four hexadecimal digits");
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return Text::tr("half of a surrogate pair stands alone");
    case rapidjson::kParseErrorStringEscapeInvalid:
        return Text::tr("a backslash is followed by something that is no escape");
    case rapidjson::kParseErrorStringMissQuotationMark:
        return Text::tr("a text has no closing quote");
    case rapidjson::kParseErrorStringInvalidEncoding:
        return Text::tr("a text holds a raw control character or bytes that are not UTF-8");
    case rapidjson::kParseErrorNumberTooBig:
        return Text::tr("a number is out of range");
    case rapidjson::kParseErrorNumberMissFraction:
        return Text::tr("digits are missing after a decimal point");
    case rapidjson::kParseErrorNumberMissExponent:
        return Text::tr("digits are missing after an exponent's e");
    default:
        return Text::tr("this is no JSON value");
    }
}

} // namespace

core::Result<Value> readJson(QByteArrayView utf8, DuplicateKeys duplicates, QStringList *repeated)
{
    if (utf8.size() > maximumDocumentBytes)
        return core::fail(core::Error::Kind::Usage, Text::tr("The JSON text has %1 bytes; no more than %2 are read.")
                                                        .arg(utf8.size())
                                                        .arg(maximumDocumentBytes));
    if (hasByteOrderMark(utf8))
        return core::fail(
            core::Error::Kind::Usage,
            Text::tr("This is JSON with a byte-order mark in front, which AWS's tools refuse. Save it as UTF-8 "
                     "without one."));
    // The reader takes a NUL byte for the end of the text.
    if (const qsizetype nul = utf8.indexOf('\0'); nul >= 0)
        return core::fail(brokenAt(utf8, nul, Text::tr("a NUL byte stands there")));

    rapidjson::MemoryStream stream(utf8.data(), size_t(utf8.size()));
    TreeBuilder builder(utf8, stream, duplicates, repeated);
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag
                               | rapidjson::kParseNumbersAsStringsFlag;
    if (const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder); !result) {
        if (!builder.why().isEmpty())
            return core::fail(brokenAt(utf8, builder.offset(), builder.why()));
        return core::fail(brokenAt(utf8, qsizetype(result.Offset()), explain(result.Code())));
    }
    return builder.takeDocument();
}

} // namespace braketeer::exchange
