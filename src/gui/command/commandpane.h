#pragma once

#include "exchange/commandpreview.h"

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
/// Very long values are shortened to the eye; copying and saving give them whole.
class CommandPane final : public QWidget
{
    Q_OBJECT
public:
    explicit CommandPane(JobDocument &document, QWidget *parent = nullptr);
    ~CommandPane() override;

    /// Profile, region and endpoint that the command names.
    void setContext(exchange::CommandContext context);
    /// Shows this target ("sh", "json"); an id that is not known changes nothing.
    void setTarget(const QString &id);
    QString target() const;

    /// Puts the whole text on the clipboard.
    void copy();
    /// Asks for a file name and writes the whole text.
    void save();
    /// What the keyboard goes to.
    QWidget *textView() const;

Q_SIGNALS:
    void targetChanged(const QString &id);
    void copied(const QString &what);
    /// A file could not be written; the sentence says which and why.
    void failed(const QString &sentence);

private:
    void follow();
    void showText(const QString &text);
    void write(const QString &fileName);

    JobDocument &m_document;
    const std::unique_ptr<Ui::CommandPane> m_ui;
    exchange::CommandPreview m_preview;
    QString m_shown; ///< what the view shows, so that it need not be asked for it
    QTimer m_soon;   ///< several changes of one event, one update
};

} // namespace braketeer::gui
