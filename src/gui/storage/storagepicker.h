#pragma once

#include "gui/storage/placekind.h"
#include "gui/storage/storageaccess.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class StoragePicker;
} // namespace Ui

namespace braketeer::gui {

class PlaceMemory;
class StorageBrowser;

/// A place that is offered without looking for it.
struct OfferedPlace
{
    QString label; ///< "Default output of this job"
    core::S3Uri place;
};

/// Chooses a place in S3 for one field. What does not fit is grey and says why; the button says what is chosen.
class StoragePicker final : public QDialog
{
    Q_OBJECT
public:
    /// `memory` outlives the dialog.
    StoragePicker(std::shared_ptr<const StorageAccess> access, PlaceMemory &memory, PlaceKind kind,
                  QWidget *parent = nullptr);
    ~StoragePicker() override;

    /// Goes to where the field's text points, to its folder; without such a text to the place visited last, else to
    /// the buckets.
    void openAt(const QString &fieldText);
    /// Places to choose with one click; the first that come. A bucket of theirs that does not exist is made, after a
    /// question.
    void offer(const QList<OfferedPlace> &places);

    StorageBrowser &browser() { return *m_browser; }

    /// What the button would choose now; nothing when it cannot.
    std::optional<core::S3Uri> choice() const;

Q_SIGNALS:
    void picked(const braketeer::core::S3Uri &place);

private:
    void update();
    void pick();
    void takeOffer();
    QCoro::Task<> ensureBucket(core::S3Uri place);
    void askToCreate(const core::S3Uri &place);
    QCoro::Task<> create(core::S3Uri place);
    void choose(const core::S3Uri &place);
    /// Why nothing can be chosen; empty when something can.
    QString obstacle() const;
    /// The selected row, or the folder shown where a folder will do.
    std::optional<ListedObject> candidate() const;

    const std::unique_ptr<Ui::StoragePicker> m_ui;
    const std::shared_ptr<const StorageAccess> m_access;
    PlaceMemory &m_memory;
    const PlaceKind m_kind;
    StorageBrowser *m_browser;
    QPushButton *m_choose;
    QList<OfferedPlace> m_offers;
};

} // namespace braketeer::gui
