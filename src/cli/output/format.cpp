#include "cli/output/format.h"

#include "cli/output/table.h"
#include "cli/output/text.h"
#include "exchange/json/writejson.h"
#include "exchange/yaml/writeyaml.h"

#include <algorithm>
#include <array>

namespace braketeer::cli {
namespace {

using job::Value;

QByteArray formatJsonLines(const Value &answer)
{
    if (!answer.isList())
        return exchange::writeJson(answer, exchange::JsonForm::Compact) + '\n';
    QByteArray lines;
    for (const Value &item : answer.items())
        lines += exchange::writeJson(item, exchange::JsonForm::Compact) + '\n';
    return lines;
}

struct Row
{
    const char *name;
    OutputFormat format;
    QByteArray (*write)(const Value &);
};

constexpr std::array rows{
    Row{"json", OutputFormat::Json,
        [](const Value &answer) { return exchange::writeJson(answer, exchange::JsonForm::Indented); }},
    Row{"jsonl", OutputFormat::JsonLines, formatJsonLines},
    Row{"text", OutputFormat::Text, [](const Value &answer) { return formatText(answer).toUtf8(); }},
    Row{"table", OutputFormat::Table, [](const Value &answer) { return formatTable(answer).toUtf8(); }},
    Row{"yaml", OutputFormat::Yaml,
        [](const Value &answer) { return exchange::writeYaml(answer, exchange::YamlTexts::PlainWhereSafe); }},
};

} // namespace

std::optional<OutputFormat> outputFormat(const QString &name)
{
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const Row &r) { return name == QLatin1StringView(r.name); });
    return row == rows.end() ? std::nullopt : std::optional(row->format);
}

QStringList outputFormatNames()
{
    QStringList names;
    for (const Row &row : rows)
        names << QString::fromLatin1(row.name);
    return names;
}

QByteArray formatAnswer(const Value &answer, OutputFormat format)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &r) { return r.format == format; });
    return row->write(answer);
}

} // namespace braketeer::cli
