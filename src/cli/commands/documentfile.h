#pragma once

#include "cli/console.h"
#include "core/result.h"
#include "exchange/document.h"
#include "job/jobspec.h"

namespace braketeer::cli {

/// A job document as it was read, and how it was written.
struct DocumentFile
{
    job::JobSpec spec;
    exchange::Format format = exchange::Format::Json; ///< never Auto
};

/// Reads `file` ("-" is standard input). Fails with Usage: it cannot be read, or is no document (file, line, column).
core::Result<DocumentFile> readDocumentFile(const Console &console, const QString &file);

QByteArray writeDocument(const job::JobSpec &spec, exchange::Format format);

/// Replaces the file as a whole or not at all. Fails with Usage.
core::Result<> writeDocumentFile(const QString &file, const QByteArray &text);

} // namespace braketeer::cli
