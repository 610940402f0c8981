#pragma once

#include "job/value.h"

#include <QHash>
#include <QString>

namespace braketeer::exchange {

/// A map that is being read from a script: a key that comes again keeps its place and gets the new value. Quick however
/// many keys there are.
class LiteralTable
{
public:
    LiteralTable() = default;

    /// Goes on with a map that was read before.
    explicit LiteralTable(const job::Value &table)
    {
        for (const job::Value::Entry &entry : table.entries())
            put(entry.key, entry.value);
    }

    void put(const QString &key, job::Value value)
    {
        const auto found = m_places.constFind(key);
        if (found != m_places.constEnd()) {
            m_table.entries()[*found].value = std::move(value);
            return;
        }
        m_places.insert(key, m_table.entries().size());
        m_table.entries().append({key, std::move(value)});
    }

    const job::Value &value() const { return m_table; }

    job::Value take() { return std::move(m_table); }

private:
    job::Value m_table = job::Value::map();
    QHash<QString, qsizetype> m_places;
};

/// Keeps count of what a script puts together out of its own variables, so that a few lines cannot grow into a
/// document of any size or depth.
class LiteralBudget
{
public:
    /// Whether one more copy of `value`, `depth` levels down, is still affordable.
    bool affords(const job::Value &value, int depth);

private:
    static qsizetype measure(const job::Value &value, int &depth);

    qsizetype m_spent = 0;
};

/// A number as a script writes it (0x1e, 1_000, 007, .5) as JSON has it; the text itself where JSON has none for it.
job::Value literalNumber(QString text);

} // namespace braketeer::exchange
