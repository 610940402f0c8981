#include "exchange/import/references.h"

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int indexDigits = 5;
constexpr qsizetype maximumEntries = 90000;

/// A 9 and no other 9 behind it, so that a mark can never begin inside another one.
QString markNotIn(QStringView text)
{
    quint64 seed = 20190901;
    while (true) {
        QString mark = u"9"_s;
        for (int i = 0; i < 15; ++i) {
            seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
            mark += QChar(u'0' + char16_t((seed >> 33) % 9));
        }
        if (!text.contains(mark))
            return mark;
    }
}

} // namespace

References::References(QStringView text) : m_mark(markNotIn(text)) { }

QString References::add(const QString &source, const QString &name)
{
    if (m_entries.size() >= maximumEntries)
        return source;
    m_entries.append({source, name});
    return m_mark + QString::number(m_entries.size() - 1).rightJustified(indexDigits, u'0');
}

bool References::isIn(QStringView text) const
{
    return !m_entries.isEmpty() && text.contains(m_mark);
}

QString References::replaced(QStringView text, const std::function<QString(const Entry &)> &write) const
{
    if (!isIn(text))
        return text.toString();
    QString result;
    qsizetype from = 0;
    while (true) {
        const qsizetype at = text.indexOf(m_mark, from);
        if (at < 0)
            return result + text.sliced(from).toString();
        result += text.sliced(from, at - from);
        const qsizetype end = qMin(at + m_mark.size() + indexDigits, text.size());
        bool isNumber = false;
        const int index = text.sliced(at + m_mark.size(), end - at - m_mark.size()).toInt(&isNumber);
        if (isNumber && index < m_entries.size())
            result += write(m_entries.at(index));
        from = end;
    }
}

QStringList References::sourcesIn(QStringView text) const
{
    QStringList sources;
    replaced(text, [&sources](const Entry &entry) {
        if (!sources.contains(entry.source) && sources.size() < 20)
            sources << entry.source;
        return QString();
    });
    return sources;
}

QString References::restored(QStringView text) const
{
    // A source may hold stand-ins itself: code that was captured round something read before.
    QString result = text.toString();
    for (int depth = 0; depth < 8 && isIn(result); ++depth)
        result = replaced(result, [](const Entry &entry) { return entry.source; });
    return result;
}

std::optional<QString> References::resolved(QStringView text, const QHash<QString, QString> &known) const
{
    bool complete = true;
    QString result = replaced(text, [&](const Entry &entry) {
        const auto found = known.constFind(entry.name);
        complete = complete && !entry.name.isEmpty() && found != known.constEnd() && !isIn(*found);
        return complete ? *found : QString();
    });
    return complete ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace braketeer::exchange
