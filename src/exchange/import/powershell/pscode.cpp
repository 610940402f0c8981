#include "exchange/import/powershell/psreader.h"
#include "exchange/import/shell/capture.h"

#include <QRegularExpression>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

/// [Type] before a value, which says nothing about the value itself.
PsReader::Cast PsReader::skipCast()
{
    static const QRegularExpression cast(u"^\\[[\\w.]+(\\[\\])?\\]\\s*(?=[@'\"($\\[\\d\\x{2018}-\\x{201E}])"_s);
    Cast result = Cast::None;
    while (peek() == u'[') {
        const auto match = cast.match(lookAhead(m_text, m_at, 200));
        if (!match.hasMatch())
            break;
        m_at += match.capturedLength();
        const bool isCharacter = match.captured().startsWith(u"[char]", Qt::CaseInsensitive);
        result = isCharacter ? Cast::Character : Cast::Other;
    }
    return result;
}

bool PsReader::startsWith(QStringView word) const
{
    return m_text.sliced(qMin(m_at, m_text.size())).startsWith(word, Qt::CaseInsensitive);
}

/// `.Name`, `[0]` and `(…)` behind a value: what they make of it nobody knows.
bool PsReader::takeMembers()
{
    const qsizetype start = m_at;
    while (!atEnd()) {
        const bool called = m_at > start && peek() == u'(';
        if (peek() == u'[' || called) {
            const qsizetype end = endOfBrackets(m_text, m_at);
            m_at = end < 0 ? m_text.size() : end;
        } else if (peek() == u'.' && endOfName(m_text, m_at + 1) > m_at + 1) {
            m_at = endOfName(m_text, m_at + 1);
        } else {
            break;
        }
    }
    return m_at > start;
}

/// Whether an operator follows; m_at is then on it.
bool PsReader::takeOperator()
{
    static const QRegularExpression operation(u"^([-+*/%]|-(f|join|replace|split|as|eq|ne|bor|band)\\b|\\.\\.|\\|)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const qsizetype before = m_at;
    skipBlanks();
    const QString ahead = lookAhead(m_text, m_at, 12);
    if (operation.match(ahead).hasMatch())
        return true;
    m_at = before;
    return false;
}

/// The end of the code that begins at `from`: the next separator or closer on its own level.
qsizetype PsReader::endOfCode(qsizetype from) const
{
    qsizetype at = from;
    while (at < m_text.size()) {
        const QChar character = m_text.at(at);
        if (QStringView(u",;\n)}]|").contains(character))
            return at;
        if (character == u'(' || character == u'{' || character == u'[') {
            const qsizetype end = endOfBrackets(m_text, at);
            at = end < 0 ? m_text.size() : end;
        } else if (character == u'"' || character == u'\'') {
            const qsizetype end = m_text.indexOf(character, at + 1);
            at = end < 0 ? m_text.size() : end + 1;
        } else {
            ++at;
        }
    }
    return at;
}

Value PsReader::code(qsizetype from)
{
    return codeBetween(from, qMax(endOfCode(from), qMin(from + 1, m_text.size())));
}

Value PsReader::codeBetween(qsizetype from, qsizetype end)
{
    m_at = end;
    return Value::text(m_references.add(m_text.sliced(from, end - from).toString().trimmed()));
}

} // namespace braketeer::exchange
