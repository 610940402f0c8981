#pragma once

#include "exchange/commandpreview.h"
#include "gui/command/changehighlight.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class CommandPane;
} // namespace Ui

namespace braketeer::gui {

class JobDocument;

/// The document as a command or a file of another tool, following the form live.
///
/// What changed is highlighted for a moment. Very long values are shortened to the eye; copying and saving give them
/// whole. Where the form is a file, the file stands below the command.
class CommandPane final : public QWidget
{
    Q_OBJECT
public:
    explicit CommandPane(JobDocument &document, QWidget *parent = nullptr);
    ~CommandPane() override;

    /// Where the command goes: profile, region and endpoint that it names.
    void setPlace(const QString &profile, const QString &region, const QString &endpointUrl);
    /// Shows this target ("sh", "json"); an id that is not known changes nothing.
    void setTarget(const QString &id);
    QString target() const;
    /// The form that is wanted; a target that lacks it shows its readable one.
    void setForm(exchange::Form form);
    exchange::Form form() const;

    /// Puts the whole text on the clipboard.
    void copy();
    /// Asks for a file name and writes the whole text, and the file beside it that it reads.
    void save();
    /// Opens a terminal with the command typed, not run. In the file form it asks for a folder for the file before.
    void openTerminal();
    /// What the keyboard goes to.
    QWidget *textView() const;

Q_SIGNALS:
    void targetChanged(const QString &id);
    void formChanged(braketeer::exchange::Form form);
    void copied(const QString &what);
    void saved(const QString &what);
    /// Something could not be done; the sentence says what and why.
    void failed(const QString &sentence);

private:
    void changeTarget();
    void changeContext();
    void fillForms();
    void follow();
    void showNotes();
    void write(const QString &fileName);
    bool writeBeside(const QString &folder, const exchange::Exported &exported);
    void typeInto(const QString &folder);

    JobDocument &m_document;
    const std::unique_ptr<Ui::CommandPane> m_ui;
    exchange::CommandContext m_context;
    exchange::CommandPreview m_preview;
    ChangeHighlight m_textHighlight;
    ChangeHighlight m_fileHighlight;
    QString m_shown; ///< what the views show, so that they need not be asked for it
    QString m_shownFile;
    QTimer m_soon;      ///< several changes of one event, one update
    QTimer m_notesSoon; ///< the whole text has to be written for them, so they wait for a pause
};

} // namespace braketeer::gui
