#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "gui/storage/placekind.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace braketeer::gui {

class JobDocument;
class S3UriEdit;
class StorageDesk;
struct OfferedPlace;

/// Gives the form's fields for places in S3 what they need: a picker behind Browse…, below the script what is there,
/// below the others the bucket's region where it is not the job's; "Choose…" beside the entry point.
///
/// Fields that come later (another input channel) are found as the document changes. Nothing is asked of S3 for a
/// field that is not to be seen.
class StorageFields final : public QObject
{
    Q_OBJECT
public:
    /// `form` holds the fields, at any depth, and is the parent.
    StorageFields(JobDocument &document, StorageDesk &desk, QWidget &form);

    /// Opens the picker of this field.
    void browse(S3UriEdit &edit);

Q_SIGNALS:
    /// A file or a folder is to become the script.
    void uploadFileWanted();
    void packFolderWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void adoptFields();
    void adopt(S3UriEdit &edit);
    void adoptEntryPoint(QWidget &line);
    void lookAll();
    void look(S3UriEdit &edit);
    QCoro::Task<> lookAtObject(QPointer<S3UriEdit> edit, core::S3Uri place);
    QCoro::Task<> lookAtBucket(QPointer<S3UriEdit> edit, core::S3Uri place);
    QCoro::Task<> offerDefaults(QPointer<QObject> picker, QString schemaPath);
    void chooseEntryPoint();

    JobDocument &m_document;
    StorageDesk &m_desk;
    QWidget &m_form;
    QTimer m_soon; ///< several changes, one look
};

} // namespace braketeer::gui
