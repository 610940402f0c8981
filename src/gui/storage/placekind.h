#pragma once

#include "gui/storage/listingmodel.h"

#include <QString>

namespace braketeer::gui {

/// What a field of the job takes.
enum class PlaceKind {
    Object,         ///< one object: the script
    PrefixOrObject, ///< input data: one object, or all below a prefix
    Prefix,         ///< where the job writes: a prefix, which need not exist
};

/// What the member of this schema path takes ("outputDataConfig.s3Path").
PlaceKind placeKindOf(const QString &schemaPath);

/// Why this row cannot be chosen; empty where it can. Folders can be entered all the same.
QString objectionTo(PlaceKind kind, const ListedObject &object);

/// What is to be chosen, in a sentence for the top of the dialog.
QString askFor(PlaceKind kind);

/// The place as the field takes it: where a job writes, without the last '/', as the Amazon Braket SDK has it.
core::S3Uri asField(PlaceKind kind, const core::S3Uri &place);

} // namespace braketeer::gui
