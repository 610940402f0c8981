#pragma once

#include "core/result.h"
#include "job/value.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace braketeer::cli {

/// How an answer is written: the AWS CLI's formats. Source: AWS CLI User Guide v2, "Setting the output format".
enum class OutputFormat {
    Json,      ///< indented, ends with a newline
    JsonLines, ///< one line an item; for commands that answer about several things
    Text,      ///< tab separated, scalars only
    Table,     ///< columns for people
    Yaml,
};

std::optional<OutputFormat> outputFormat(const QString &name);
QStringList outputFormatNames();

/// The answer as bytes with a final line end. An answer that is nothing (null, an empty text) is nothing in Text.
QByteArray formatAnswer(const job::Value &answer, OutputFormat format);

} // namespace braketeer::cli
