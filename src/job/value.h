#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace braketeer::job {

/// One node of a document: null, boolean, number, text, list or map.
///
/// A map keeps the order in which its members came, a number the text in which it was written, and nothing is
/// converted: what is wrong in a document stays visible until a person mends it. Copies share their data, so a
/// snapshot of a whole document costs next to nothing. Readers limit the depth of nesting; this class does not.
class Value
{
public:
    enum class Kind { Null, Boolean, Number, Text, List, Map };
    struct Entry;

    Value();
    Value(const Value &);
    Value(Value &&) noexcept;
    Value &operator=(const Value &);
    Value &operator=(Value &&) noexcept;
    ~Value();

    static Value boolean(bool value);
    static Value number(QString text); ///< the number as it was written: "30", "1e3", "0.10"
    static Value number(qint64 value);
    static Value text(QString text);
    static Value list(QList<Value> items = {});
    static Value map(QList<Entry> entries = {}); ///< keys are unique; the reader sees to it

    Kind kind() const { return m_kind; }

    bool isNull() const { return m_kind == Kind::Null; }

    bool isBoolean() const { return m_kind == Kind::Boolean; }

    bool isNumber() const { return m_kind == Kind::Number; }

    bool isText() const { return m_kind == Kind::Text; }

    bool isList() const { return m_kind == Kind::List; }

    bool isMap() const { return m_kind == Kind::Map; }

    bool toBoolean() const { return m_boolean; }

    /// The text, or a number as it was written; empty for every other kind.
    const QString &toText() const { return m_text; }

    /// A number written without fraction and exponent that fits 64 bits.
    std::optional<qint64> toInteger() const;

    const QList<Value> &items() const { return m_items; }

    QList<Value> &items() { return m_items; }

    const QList<Entry> &entries() const { return m_entries; }

    QList<Entry> &entries() { return m_entries; }

    /// The member of a map, null where there is none. Valid until the map changes.
    const Value *find(QStringView key) const;
    Value *find(QStringView key);

    /// Replaces the member in its place, or appends it.
    void insert(QString key, Value value);
    bool erase(QStringView key);

    /// The order of map members does not count; numbers are equal when their text is.
    friend bool operator==(const Value &left, const Value &right);

private:
    Kind m_kind = Kind::Null;
    bool m_boolean = false;
    QString m_text;
    QList<Value> m_items;
    QList<Entry> m_entries;
};

struct Value::Entry
{
    QString key;
    Value value;
};

} // namespace braketeer::job
