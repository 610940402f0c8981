#pragma once

#include "exchange/import/importtext.h"
#include "gui/job/jobdocument.h"

#include <QDialog>
#include <QHash>
#include <QTimer>

#include <memory>

namespace Ui {
class ImportDialog;
} // namespace Ui

namespace braketeer::gui {

/// Takes a text that describes a job, says while it is typed or pasted what it is, what there is to know about it and
/// what it would change, and puts it into `document` as one undo step when it is accepted. Nothing in the text is run;
/// what the text itself would put in an open place is offered by a button;
/// files that it names are read only from beside the file it came from, or when a person chooses them.
///
///     auto *dialog = new ImportDialog(document, window);
///     dialog->setAttribute(Qt::WA_DeleteOnClose);
///     dialog->setText(droppedText);
///     connect(dialog, &ImportDialog::imported, …); // for profile and region
///     dialog->open();
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `document` must outlive the dialog.
    explicit ImportDialog(JobDocument &document, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// Begins with a text that was pasted or dropped. `folder`: where the files lie that it names; empty: nowhere.
    void setText(const QString &text, const QString &folder = {});
    /// Begins with the text of a file; says so in the dialog when it cannot be read.
    void openFile(const QString &fileName);

    void accept() override;

Q_SIGNALS:
    /// The document has changed; account and region are the caller's business.
    void imported(const braketeer::exchange::Imported &imported);

private:
    void read();
    void showResult(const core::Result<exchange::Imported> &result);
    void showFindings();
    void takeFix();
    void applyTaken();
    void updateFix();
    void showChanges();
    void chooseFile();
    void chooseMissingFile();
    exchange::ImportOptions options() const;
    core::Result<QByteArray> readFile(const QString &name) const;

    JobDocument &m_document;
    const std::unique_ptr<Ui::ImportDialog> m_ui;
    std::optional<exchange::Imported> m_imported;
    job::Findings m_taken;                 ///< those that were mended by their fix, since the text was set
    QHash<QString, QString> m_chosenFiles; ///< where the files lie that the text names
    QString m_folder;
    QTimer m_pause; ///< runs while the text is being typed
};

} // namespace braketeer::gui
