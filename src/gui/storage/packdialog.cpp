#include "gui/storage/packdialog.h"

#include "flows/storage/address.h"
#include "flows/storage/keyrules.h"
#include "gui/storage/entrypointlist.h"
#include "gui/storage/storagewords.h"
#include "ui_packdialog.h"

#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int mostRows = 2000; ///< of files shown; all are packed

} // namespace

PackDialog::PackDialog(const QString &place, const core::S3Uri &target, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::PackDialog>()), m_place(place), m_entryPoints(new EntryPointList)
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Pack %1").arg(QFileInfo(place).fileName()));
    m_ui->entryPointLayout->addWidget(m_entryPoints);
    m_pack = m_ui->buttons->addButton(tr("&Pack and upload"), QDialogButtonBox::AcceptRole);
    m_pack->setObjectName(u"packButton"_s);
    m_pack->setDefault(true);
    m_ui->progress->hide();
    m_ui->filesTree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->filesTree->header()->setStretchLastSection(false);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, [this] { pack(); });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ui->targetEdit, &QLineEdit::textChanged, this, &PackDialog::updateButton);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 34);
    setTarget(target);
    plan();
}

PackDialog::~PackDialog()
{
    m_cancel.cancel();
}

void PackDialog::setTarget(const core::S3Uri &target)
{
    if (!target.bucket.isEmpty())
        m_ui->targetEdit->setText(target.toString());
    updateButton();
}

void PackDialog::updateButton()
{
    const auto address = flows::parseAddress(m_ui->targetEdit->text());
    const bool fits = address && !address->uri.key.isEmpty() && !address->uri.key.endsWith(u'/')
                      && flows::checkKey(address->uri.key);
    m_pack->setEnabled(m_ready && fits);
}

QCoro::Task<> PackDialog::plan()
{
    const QPointer<PackDialog> self(this);
    m_ui->summaryLabel->setText(tr("Looking through %1…").arg(m_place));
    const archive::PackOptions options;
    auto preview = co_await flows::planPack(m_place, options, m_cancel);
    if (!self)
        co_return;
    if (preview)
        showPlan(*preview);
    else
        showTrouble(preview.error());
}

void PackDialog::showPlan(const flows::PackPreview &preview)
{
    m_plan = preview.plan;
    m_ready = true;
    int files = 0;
    for (const archive::PlannedFile &file : m_plan.files)
        files += file.folder ? 0 : 1;
    m_ui->summaryLabel->setText(tr("%n file(s), %1 before packing; %2 left out.", nullptr, files)
                                    .arg(sizeText(m_plan.totalSize), QLocale().toString(m_plan.ignored.size())));
    auto *const kept = new QTreeWidgetItem(m_ui->filesTree, {tr("Goes into the archive")});
    for (const archive::PlannedFile &file : m_plan.files.first(qMin(m_plan.files.size(), qsizetype(mostRows)))) {
        if (!file.folder)
            new QTreeWidgetItem(kept, {file.path, sizeText(file.size)});
    }
    if (m_plan.files.size() > mostRows)
        new QTreeWidgetItem(kept, {tr("… and %n more.", nullptr, int(m_plan.files.size()) - mostRows)});
    kept->setExpanded(true);
    if (!m_plan.ignored.isEmpty()) {
        auto *const left = new QTreeWidgetItem(m_ui->filesTree, {tr("Left out")});
        for (const archive::IgnoredPath &path : m_plan.ignored.first(qMin(m_plan.ignored.size(), qsizetype(mostRows))))
            new QTreeWidgetItem(left, {path.path, path.rule});
    }
    m_ui->filesTree->resizeColumnToContents(1);
    m_entryPoints->show(preview.entryPoints, m_plan.warnings);
    updateButton();
}

QCoro::Task<> PackDialog::pack()
{
    const QPointer<PackDialog> self(this);
    const auto target = flows::parseAddress(m_ui->targetEdit->text());
    if (!target || !m_ready)
        co_return;
    const auto folder = std::make_shared<QTemporaryDir>();
    m_ready = false;
    updateButton();
    m_ui->progress->show();
    const auto progress = [self](qint64 done, qint64 total) {
        if (self)
            self->m_ui->progress->setValue(total > 0 ? int(done * 100 / total) : 0);
    };
    const auto packed = co_await flows::writePack(m_plan, folder->filePath(u"source.tar.gz"_s), progress, m_cancel);
    if (!self)
        co_return;
    m_ready = true;
    m_ui->progress->hide();
    updateButton();
    if (!packed) {
        showTrouble(packed.error());
        co_return;
    }
    Q_EMIT this->packed(packed->path, folder, target->uri, m_entryPoints->entryPoint());
    accept();
}

void PackDialog::showTrouble(const core::Error &error)
{
    m_ui->summaryLabel->setText(error.text());
}

} // namespace braketeer::gui
