#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace braketeer::gui {

/// One thing that a member can name, as a row of a pop-up.
struct Choice
{
    QString value;       ///< what the document takes: "ml.m5.large"
    QStringList columns; ///< what the pop-up shows, one per heading
    QString details;     ///< one line beside or below the field
    bool usable = true;  ///< false: known, but not in this region or not any more; shown in grey, last
};

struct ChoiceTable
{
    QStringList headings;
    QList<Choice> choices;
    bool detailsBeside = false; ///< the field is short, so there is room beside it
};

/// The choices of a catalogue ("instances", "devices", "images") for a region; an empty region leaves all usable, and
/// offers no images, because an image's address names its region. An unknown catalogue has no choices.
ChoiceTable choicesOf(const QString &catalogue, const QString &region);

} // namespace braketeer::gui
