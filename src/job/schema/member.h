#pragma once

#include <QCoreApplication>
#include <QtGlobal>

#include <span>

namespace braketeer::job {

enum class Type { Structure, List, Map, Text, Integer, Enum };

/// The section of the form that shows a member.
enum class Section { Basics, Algorithm, InputData, Output, Compute, Device, HyperParameters };

struct Limits
{
    qint64 min = 0;
    qint64 max = -1; ///< -1: the service states no upper limit
};

/// One row = one member of the CreateJob request, structures, lists and their items included. Form, checks,
/// command-line options, readers, exporters, diff and tests walk these rows; none keeps a list of its own.
///
/// Labels, help and default are source texts of the translation context "Schema": see label() and its neighbours in
/// job/schema/schema.h.
struct Member
{
    /// "instanceConfig.instanceType"; an item of a list is "inputDataConfig[]", a value of a map "tags.{}".
    /// Stable: a widget's `member` property is this text.
    const char *path;
    const char *option;      ///< command-line option it travels in, as the AWS CLI spells it: "--instance-config"
    const char *label;       ///< one to three words
    const char *help;        ///< one or two sentences: where to find it, its form, what goes wrong
    const char *example;     ///< a valid value; for structures, lists and maps the AWS CLI's shorthand of one
    const char *defaultText; ///< what the service does when it is absent, empty where it does nothing
    Type type = Type::Text;
    bool required = false; ///< in its parent, when that is there
    Section section = Section::Basics;
    int position = 0;                         ///< place among its siblings in the service model
    Limits length = {};                       ///< text: code points; integer: the value; list and map: number of items
    Limits keyLength = {};                    ///< map: code points of a key
    const char *pattern = nullptr;            ///< matches the whole text; \d is 0 to 9, no newline in a dot
    std::span<const char *const> values = {}; ///< of an enumeration
    const char *rule = ""; ///< the check of the rule list that the model's constraint restates: "V01"
};

} // namespace braketeer::job
