#pragma once

#include "core/result.h"
#include "job/value.h"

#include <QByteArrayView>
#include <QStringList>

namespace braketeer::exchange {

/// What to make of an object that names a member twice.
enum class DuplicateKeys {
    Refuse,   ///< an error: nobody can know which was meant
    LastWins, ///< as the AWS CLI reads its arguments
};

/// Reads one JSON text (RFC 8259, UTF-8 without a byte-order mark) and keeps what it says: the order of members and
/// the text of numbers.
///
/// The error (Kind::Usage) names line and column. Refused besides broken JSON: text after the document, lone
/// surrogates, more than maximumDocumentBytes, nesting beyond maximumDocumentDepth, numbers beyond a double's range.
/// With DuplicateKeys::LastWins every repeated key is added to `repeated`, where that is given.
core::Result<job::Value> readJson(QByteArrayView utf8, DuplicateKeys duplicates = DuplicateKeys::Refuse,
                                  QStringList *repeated = nullptr);

} // namespace braketeer::exchange
