#include "gui/kit/pastedpairs.h"

#include "exchange/json/readjson.h"
#include "gui/kit/linetext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

using Line = QStringList; ///< the fields of one line

struct PastedPairs
{
    Q_DECLARE_TR_FUNCTIONS(PastedPairs)
};

core::Result<QList<Pair>> readJsonPairs(const QString &text)
{
    const core::Result<job::Value> read = exchange::readJson(text.toUtf8());
    if (!read)
        return tl::unexpected(read.error());
    if (!read->isMap())
        return core::fail(core::Error::Kind::Usage,
                          PastedPairs::tr("The pasted JSON is no object of names and values."));
    QList<Pair> pairs;
    for (const job::Value::Entry &entry : read->entries())
        pairs.append({entry.key, displayText(&entry.value)});
    return pairs;
}

/// Fields of separated values; a quoted field may hold separators, doubled quotes and line ends.
class SeparatedReader
{
public:
    SeparatedReader(const QString &text, QChar separator) : m_text(text), m_separator(separator) { }

    QList<Line> read()
    {
        QList<Line> lines;
        while (m_at < m_text.size())
            lines.append(readLine());
        return lines;
    }

private:
    Line readLine()
    {
        Line fields{readField()};
        while (m_at < m_text.size() && m_text.at(m_at) == m_separator) {
            ++m_at;
            fields.append(readField());
        }
        ++m_at; // the line's end
        return fields;
    }

    QString readField()
    {
        QString field;
        if (m_at < m_text.size() && m_text.at(m_at) == u'"')
            field = readQuoted();
        while (m_at < m_text.size() && m_text.at(m_at) != m_separator && m_text.at(m_at) != u'\n')
            field += m_text.at(m_at++);
        return field;
    }

    QString readQuoted()
    {
        QString field;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text.at(m_at) == u'"' && m_text.mid(m_at + 1, 1) != u"\"")
                break;
            if (m_text.at(m_at) == u'"')
                ++m_at;
            field += m_text.at(m_at);
        }
        ++m_at; // the closing quote
        return field;
    }

    const QString m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
};

bool isHeading(const Line &line)
{
    static const QStringList names{u"key"_s, u"name"_s, u"parameter"_s, u"hyperparameter"_s, u"tag"_s};
    return line.size() >= 2 && names.contains(line.at(0).trimmed().toLower())
           && line.at(1).trimmed().toLower() == u"value";
}

core::Result<QList<Pair>> readSeparated(const QString &text, QChar separator)
{
    QList<Pair> pairs;
    const QList<Line> lines = SeparatedReader(text, separator).read();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Line &line = lines.at(i);
        if ((line.size() == 1 && line.at(0).trimmed().isEmpty()) || (i == 0 && isHeading(line)))
            continue;
        if (line.size() < 2 || line.at(0).trimmed().isEmpty())
            return core::fail(
                core::Error::Kind::Usage,
                PastedPairs::tr("Row %1 of the pasted table has no name and value: two columns are needed.")
                    .arg(i + 1));
        pairs.append({line.at(0).trimmed(), line.at(1).trimmed()});
    }
    return pairs;
}

QString unquoted(const QString &value)
{
    const QString trimmed = value.trimmed();
    if (trimmed.size() >= 2 && (trimmed.front() == u'"' || trimmed.front() == u'\'')
        && trimmed.front() == trimmed.back())
        return trimmed.sliced(1, trimmed.size() - 2);
    // Source: habit of dotenv readers: an unquoted value ends at a blank followed by a number sign.
    const qsizetype comment = trimmed.indexOf(u" #");
    return comment < 0 ? trimmed : trimmed.first(comment).trimmed();
}

core::Result<QList<Pair>> readAssignments(const QString &text)
{
    QList<Pair> pairs;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines.at(i).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith("export "_L1))
            line = line.sliced(7).trimmed();
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 1)
            return core::fail(
                core::Error::Kind::Usage,
                PastedPairs::tr("Line %1 of the pasted text is no pair: write NAME=value, a table or a JSON object.")
                    .arg(i + 1));
        pairs.append({line.first(equals).trimmed(), unquoted(line.sliced(equals + 1))});
    }
    return pairs;
}

/// Whether every line that says something is an assignment; a comma or tab before the first '=' speaks against it.
bool looksLikeAssignments(const QString &text)
{
    for (const QString &line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        const qsizetype equals = trimmed.indexOf(u'=');
        const qsizetype comma = trimmed.indexOf(u',');
        return equals > 0 && (comma < 0 || equals < comma);
    }
    return false;
}

QList<Pair> lastOfEqualKeys(const QList<Pair> &pairs)
{
    QList<Pair> unique;
    for (const Pair &pair : pairs) {
        const auto same = std::find_if(unique.begin(), unique.end(), [&](const Pair &p) { return p.key == pair.key; });
        if (same == unique.end())
            unique.append(pair);
        else
            same->value = pair.value;
    }
    return unique;
}

core::Result<QList<Pair>> readAnyForm(const QString &text)
{
    if (text.trimmed().startsWith(u'{'))
        return readJsonPairs(text);
    if (text.contains(u'\t'))
        return readSeparated(text, u'\t');
    if (text.contains(u',') && !looksLikeAssignments(text))
        return readSeparated(text, u',');
    return readAssignments(text);
}

} // namespace

core::Result<QList<Pair>> readPairs(const QString &text)
{
    QString lines = text;
    lines.replace("\r\n"_L1, "\n"_L1);
    return readAnyForm(lines).map(lastOfEqualKeys);
}

} // namespace braketeer::gui
