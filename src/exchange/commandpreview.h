#pragma once

#include "exchange/exportdocument.h"
#include "exchange/targets.h"
#include "job/jobspec.h"

#include <QString>

namespace braketeer::exchange {

/// The export text of a document that changes with every key stroke, for a pane beside the form.
///
/// update() writes only the top-level members that differ from the last time, with long texts shortened, so that it
/// takes well under a millisecond for a document at the service's limits. exported() writes everything whole.
class CommandPreview
{
public:
    /// `target` must outlive the preview, as the rows of targets() do.
    explicit CommandPreview(const Target &target, CommandContext context = {});

    void setTarget(const Target &target);
    /// The form wanted is part of the context.
    void setContext(CommandContext context);

    /// Takes a snapshot; true when displayText() or exported() may not be what it was.
    bool update(const job::JobSpec &spec);

    /// For the eye: texts beyond maximumShownCharacters are cut, with a note of what is missing. Empty while there is a
    /// problem().
    const QString &displayText() const { return m_displayText; }

    /// In Form::File what the file beside the text holds, shortened as displayText(). Empty in every other form.
    QString displayFile() const;

    /// The form that is shown, which may not be the one wanted.
    Form form() const { return m_frame.form; }

    /// Why nothing can be shown, as a sentence; empty when all is well.
    const QString &problem() const { return m_problem; }

    /// Whether displayText() or displayFile() leaves something out.
    bool isShortened() const { return m_shortened; }

    /// For the clipboard and for saving. Fails as exportDocument().
    core::Result<Exported> exported() const;

    /// The text of exported(), empty where that fails.
    QString fullText() const;

    static constexpr qsizetype maximumShownCharacters = 160;

private:
    struct Part
    {
        ExportMember member;
        bool shortened = false;
        std::optional<ExportPart> text; ///< in the form of m_frame; none before it was asked for
    };

    bool write();
    void assemble(const QList<job::Value::Entry> &members);
    core::Result<QString> textOf(Form form);
    bool isTooLong(const core::Result<QString> &text) const;

    const Target *m_target;
    CommandContext m_context;
    job::JobSpec m_spec;
    QList<Part> m_parts;
    ExportFrame m_frame;
    QString m_displayText;
    QString m_problem;
    bool m_shortened = false;
};

} // namespace braketeer::exchange
