#include "gui/storage/cleanupdialog.h"

#include "gui/storage/storagewords.h"
#include "ui_cleanupdialog.h"

#include <QHeaderView>
#include <QPointer>
#include <QPushButton>

namespace braketeer::gui {

CleanUpDialog::CleanUpDialog(std::shared_ptr<flows::Session> session, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::CleanUpDialog>()), m_session(std::move(session))
{
    m_ui->setupUi(this);
    m_abort = m_ui->buttons->addButton(tr("&Take away"), QDialogButtonBox::ActionRole);
    m_abort->setObjectName(QStringLiteral("abortButton"));
    m_abort->setAutoDefault(false);
    m_ui->uploadsTable->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->uploadsTable->header()->setStretchLastSection(false);
    connect(m_ui->findButton, &QAbstractButton::clicked, this, [this] { find(); });
    connect(m_abort, &QAbstractButton::clicked, this, [this] { abortSelected(); });
    connect(m_ui->uploadsTable, &QTreeWidget::itemSelectionChanged, this, &CleanUpDialog::updateButton);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 24);
    updateButton();
}

CleanUpDialog::~CleanUpDialog()
{
    m_cancel.cancel();
}

void CleanUpDialog::setBucket(const QString &bucket)
{
    m_ui->bucketEdit->setText(bucket);
    find();
}

void CleanUpDialog::updateButton()
{
    m_abort->setEnabled(!m_ui->uploadsTable->selectedItems().isEmpty());
}

QCoro::Task<> CleanUpDialog::find()
{
    const QPointer<CleanUpDialog> self(this);
    const QString bucket = m_ui->bucketEdit->text().trimmed();
    m_ui->uploadsTable->clear();
    if (bucket.isEmpty())
        co_return;
    m_cancel.cancel();
    m_cancel = core::CancelToken();
    const core::CancelToken mine = m_cancel;
    m_ui->noteLabel->setText(tr("Looking…"));
    const auto uploads = co_await flows::findAbandonedUploads(m_session, bucket, mine);
    if (!self || mine.isCancelled())
        co_return;
    if (!uploads) {
        m_ui->noteLabel->setText(uploads.error().text());
        co_return;
    }
    m_uploads = *uploads;
    for (const flows::AbandonedUpload &upload : *uploads) {
        auto *const row = new QTreeWidgetItem(m_ui->uploadsTable);
        row->setText(0, shownName(upload.place.key));
        row->setText(1, dateText(upload.startedAt));
        row->setText(2, upload.ours ? tr("this computer: can be resumed") : tr("another program or computer"));
    }
    for (const int column : {1, 2}) {
        if (!uploads->isEmpty())
            m_ui->uploadsTable->resizeColumnToContents(column);
    }
    m_ui->noteLabel->setText(
        uploads->isEmpty()
            ? tr("No unfinished uploads in %1.").arg(bucket)
            : tr("%n unfinished upload(s). One of another program may still be under way: its age tells.", nullptr,
                 int(uploads->size())));
}

QCoro::Task<> CleanUpDialog::abortSelected()
{
    const QPointer<CleanUpDialog> self(this);
    QList<flows::AbandonedUpload> chosen;
    for (QTreeWidgetItem *row : m_ui->uploadsTable->selectedItems())
        chosen.append(m_uploads.at(m_ui->uploadsTable->indexOfTopLevelItem(row)));
    m_abort->setEnabled(false);
    for (const flows::AbandonedUpload &upload : chosen) {
        const auto gone = co_await flows::abortUpload(m_session, upload);
        if (!self)
            co_return;
        if (!gone) {
            m_ui->noteLabel->setText(gone.error().text());
            co_return;
        }
    }
    find();
}

} // namespace braketeer::gui
