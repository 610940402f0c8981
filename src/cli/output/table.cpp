#include "cli/output/table.h"

#include "exchange/json/writejson.h"

#include <QStringList>

namespace braketeer::cli {
namespace {

using job::Value;

QString cellText(const Value &value)
{
    if (value.isNull())
        return {};
    const QString text = value.isText() ? value.toText()
                                        : QString::fromUtf8(exchange::writeJson(value, exchange::JsonForm::Compact));
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            safe += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            safe += c;
    }
    return safe;
}

using Rows = QList<QStringList>;

QString layOut(const Rows &rows, bool hasHeading)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths << 0;
            widths[i] = std::max(widths.at(i), row.at(i).size());
        }
    }
    QString text;
    const auto writeLine = [&](const QStringList &row) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? row.at(i).leftJustified(widths.at(i) + 2) : row.at(i);
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        writeLine(rows.at(i));
        if (hasHeading && i == 0) {
            QStringList rule;
            for (const qsizetype width : std::as_const(widths))
                rule << QString(width, u'-');
            writeLine(rule);
        }
    }
    return text;
}

QString listTable(const QList<Value> &items)
{
    QStringList columns;
    for (const Value &item : items) {
        for (const Value::Entry &entry : item.entries()) {
            if (!columns.contains(entry.key))
                columns << entry.key;
        }
    }
    Rows rows{columns};
    for (const Value &item : items) {
        QStringList row;
        for (const QString &column : std::as_const(columns)) {
            const Value *cell = item.find(column);
            row << (cell ? cellText(*cell) : QString());
        }
        rows << row;
    }
    return layOut(rows, true);
}

} // namespace

QString formatTable(const Value &value)
{
    if (value.isList() && !value.items().isEmpty() && value.items().first().isMap())
        return listTable(value.items());
    Rows rows;
    if (value.isMap()) {
        // A map that is only a wrapper around one list ({"jobs": […]}) is shown as that list.
        const auto &entries = value.entries();
        if (entries.size() == 1 && entries.first().value.isList())
            return formatTable(entries.first().value);
        for (const Value::Entry &entry : entries)
            rows << QStringList{entry.key, cellText(entry.value)};
    } else if (value.isList()) {
        for (const Value &item : value.items())
            rows << QStringList{cellText(item)};
    } else {
        rows << QStringList{cellText(value)};
    }
    return layOut(rows, false);
}

} // namespace braketeer::cli
