#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <functional>
#include <optional>

namespace braketeer::exchange {

/// What a text leaves open: variables, substitutions, code. While the text is read, a row of digits that occurs nowhere
/// in it stands in for each of them, because digits mean nothing to any shell, to JSON or to shorthand; afterwards the
/// document gets the sources back. Digits also pass where a number is expected (`volumeSizeInGb=$SIZE`).
class References
{
public:
    explicit References(QStringView text = {});

    /// Digits that stand in for `source` ("$BUCKET"); `name` is that of the variable, empty for other code.
    QString add(const QString &source, const QString &name = {});

    bool isIn(QStringView text) const;

    /// The sources of all that stands in `text`, in its order.
    QStringList sourcesIn(QStringView text) const;

    /// `text` as it was written.
    QString restored(QStringView text) const;

    /// `text` with the values that `known` has for the variables in it; null where one is not known.
    std::optional<QString> resolved(QStringView text, const QHash<QString, QString> &known) const;

private:
    struct Entry
    {
        QString source;
        QString name;
    };

    /// Replaces each stand-in by what `write` makes of it.
    QString replaced(QStringView text, const std::function<QString(const Entry &)> &write) const;

    QString m_mark;
    QList<Entry> m_entries;
};

} // namespace braketeer::exchange
