#pragma once

#include "exchange/targets.h"
#include "job/jobspec.h"

#include <QString>

namespace braketeer::exchange {

/// The export text of a document that changes with every key stroke, for a pane beside the form.
///
/// update() writes only the top-level members that differ from the last time, with long texts shortened, so that it
/// takes well under a millisecond for a document at the service's limits. fullText() writes everything whole.
class CommandPreview
{
public:
    /// `target` must outlive the preview, as the rows of targets() do.
    explicit CommandPreview(const Target &target, CommandContext context = {});

    void setTarget(const Target &target);
    void setContext(CommandContext context);

    /// Takes a snapshot; true when displayText() or fullText() is not what it was.
    bool update(const job::JobSpec &spec);

    /// For the eye: texts beyond maximumShownCharacters are cut, with a note of what is missing.
    const QString &displayText() const { return m_displayText; }

    /// Whether displayText() leaves something out.
    bool isShortened() const { return m_shortened; }

    /// For the clipboard.
    QString fullText() const;

    static constexpr qsizetype maximumShownCharacters = 160;

private:
    struct Part
    {
        job::Value::Entry member;
        ExportPart shown;
        bool shortened = false;
    };

    bool write();
    void assemble();

    const Target *m_target;
    CommandContext m_context;
    job::JobSpec m_spec;
    QList<Part> m_parts;
    QString m_displayText;
    bool m_shortened = false;
};

} // namespace braketeer::exchange
