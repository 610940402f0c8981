#pragma once

#include "flows/templates/templates.h"
#include "gui/job/jobdocument.h"

#include <QDialog>
#include <QHash>

#include <memory>

namespace Ui {
class TemplateDialog;
} // namespace Ui

namespace braketeer::gui {

class PlaceForm;

/// Chooses a template and fills it in: the list with what each is good for on the left, a field for each place on the
/// right. Accepting puts the filled document into `document` as one undo step; nothing is sent.
///
/// Fields start with the template's defaults, or with what is known: setKnown(), and from the present document its
/// role, the bucket of its results and its reservation. Open it with open().
///
///     auto *dialog = new TemplateDialog(document, store::templatesFolder(dataFolder), window);
///     dialog->setAttribute(Qt::WA_DeleteOnClose);
///     dialog->setKnown({{"region", place.region}, {"bucket", defaultBucket}});
///     dialog->open();
class TemplateDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `document` must outlive the dialog; `folder` is store::templatesFolder().
    TemplateDialog(JobDocument &document, QString folder, QWidget *parent = nullptr);
    ~TemplateDialog() override;

    /// Values for places of these names ("region", "bucket", "roleArn" …), before the template's own defaults. Empty
    /// ones are not known.
    void setKnown(const QHash<QString, QString> &known);

    /// Shows the template of this id; does nothing when there is none.
    void choose(const QString &id);

    void accept() override;

private:
    void listTemplates();
    void showTemplate();
    void addFile();
    const flows::TemplateEntry *current() const;

    JobDocument &m_document;
    const QString m_folder;
    const std::unique_ptr<Ui::TemplateDialog> m_ui;
    PlaceForm *m_form;
    flows::TemplateList m_templates;
    QHash<QString, QString> m_known;
    bool m_tried = false; ///< whether accept() has found something wrong in what is shown
};

/// What a document tells about places of the usual names: "roleArn", "bucket", "reservationArn".
QHash<QString, QString> knownFrom(const job::JobSpec &spec);

} // namespace braketeer::gui
