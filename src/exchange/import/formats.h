#pragma once

#include "exchange/import/draft.h"

#include <QStringView>

#include <span>

namespace braketeer::exchange {

/// One kind of text that a job can be read from. A row of importFormats(); reading another kind is adding a row.
struct ImportFormat
{
    const char *id;    ///< as `import --as` names it; the same as the export target's where there is one
    const char *label; ///< source text of the context "ImportFormat": "PowerShell 7.3 and later"

    /// How much the text looks like it: 0 not at all. Ask the likeliest first. Null for a row that is only ever found
    /// out while another one reads ("getjob").
    int (*likelihood)(const QString &text);

    ImportDrafts (*read)(ImportSource &source);

    bool isShell = false; ///< shells share most of their syntax: what one reads, another may read differently
};

std::span<const ImportFormat> importFormats();

/// The row with this id, null where there is none.
const ImportFormat *findImportFormat(QStringView id);

/// Label in the user's language.
QString label(const ImportFormat &format);

/// Those that the text looks like, the likeliest first.
QList<const ImportFormat *> likelyFormats(const QString &text);

} // namespace braketeer::exchange
