#include "gui/storage/storagepicker.h"

#include "flows/storage/address.h"
#include "flows/storage/keyrules.h"
#include "gui/kit/icons.h"
#include "gui/storage/placememory.h"
#include "gui/storage/storagebrowser.h"
#include "gui/storage/storagewords.h"
#include "ui_storagepicker.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

StoragePicker::StoragePicker(std::shared_ptr<const StorageAccess> access, PlaceMemory &memory, PlaceKind kind,
                             QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::StoragePicker>())
    , m_access(std::move(access))
    , m_memory(memory)
    , m_kind(kind)
    , m_browser(new StorageBrowser(memory, this))
{
    m_ui->setupUi(this);
    m_ui->askLabel->setText(askFor(kind));
    m_ui->browserLayout->addWidget(m_browser);
    m_ui->offerRow->hide();
    m_ui->nameRow->setVisible(kind == PlaceKind::Prefix);
    m_choose = m_ui->buttons->addButton(tr("Choose"), QDialogButtonBox::AcceptRole);
    m_choose->setObjectName(u"chooseButton"_s);
    m_choose->setDefault(true);
    m_browser->setMultiSelect(false);
    m_browser->navigator().listing().setObjection(
        [kind](const ListedObject &object) { return objectionTo(kind, object); });
    m_browser->setAccess(m_access);
    setTabOrder(m_browser, m_ui->nameEdit);
    connect(m_browser, &StorageBrowser::selectionChanged, this, &StoragePicker::update);
    connect(&m_browser->navigator(), &StorageNavigator::stateChanged, this, &StoragePicker::update);
    connect(m_browser, &StorageBrowser::objectActivated, this, &StoragePicker::pick);
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &StoragePicker::update);
    connect(m_ui->offerButton, &QAbstractButton::clicked, this, &StoragePicker::takeOffer);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &StoragePicker::pick);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *const toPath = new QShortcut(Qt::CTRL | Qt::Key_L, this); // from the lines around the browser too
    connect(toPath, &QShortcut::activated, m_browser, &StorageBrowser::focusPath);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 32);
    update();
}

StoragePicker::~StoragePicker() = default;

void StoragePicker::openAt(const QString &fieldText)
{
    StorageNavigator &navigator = m_browser->navigator();
    const auto address = flows::parseAddress(fieldText);
    const QList<core::S3Uri> recents = m_memory.recents();
    if (address) {
        navigator.go(folderOf(address->uri));
        if (!address->uri.key.isEmpty())
            m_browser->selectKey(address->uri.key);
    } else {
        navigator.go(recents.isEmpty() ? core::S3Uri() : recents.constFirst());
    }
    m_browser->focusRows();
}

void StoragePicker::offer(const QList<OfferedPlace> &places)
{
    m_offers = places;
    m_ui->offerBox->clear();
    for (const OfferedPlace &offered : places)
        m_ui->offerBox->addItem(u"%1: %2"_s.arg(offered.label, offered.place.toString()));
    m_ui->offerRow->setVisible(!places.isEmpty());
}

std::optional<ListedObject> StoragePicker::candidate() const
{
    auto current = m_browser->current();
    if (current || m_browser->navigator().isInBuckets())
        return current;
    if (m_kind == PlaceKind::Object)
        return std::nullopt;
    return ListedObject{m_browser->navigator().folder(), true, 0, {}, {}};
}

QString StoragePicker::obstacle() const
{
    const auto chosen = candidate();
    if (!chosen)
        return m_browser->navigator().isInBuckets() ? tr("Open a bucket first.") : tr("Nothing is chosen yet.");
    if (m_browser->navigator().isInBuckets() && m_kind == PlaceKind::Object)
        return tr("Open the bucket and choose an object in it.");
    if (QString objection = objectionTo(m_kind, *chosen); !objection.isEmpty())
        return objection;
    const auto place = choice();
    if (place->key.isEmpty() && m_kind == PlaceKind::Prefix)
        return tr("A whole bucket is too wide a place to write to: choose a folder, or name a new one.");
    const auto fine = flows::checkPrefix(place->key);
    return fine ? QString() : fine.error().text();
}

std::optional<core::S3Uri> StoragePicker::choice() const
{
    const auto chosen = candidate();
    if (!chosen)
        return std::nullopt;
    core::S3Uri place = chosen->place;
    if (m_kind == PlaceKind::Prefix && chosen->folder)
        place.key += m_ui->nameEdit->text().trimmed();
    return asField(m_kind, place);
}

void StoragePicker::update()
{
    const QString why = obstacle();
    const auto chosen = candidate();
    m_choose->setEnabled(why.isEmpty());
    QString name;
    if (why.isEmpty())
        name = shownName(lastPart(*choice()));
    m_choose->setText(name.isEmpty() ? tr("Choose")
                                     : tr("Choose “%1”")
                                           .arg(fontMetrics().elidedText(name.replace(u'&', u"&&"_s), Qt::ElideMiddle,
                                                                         fontMetrics().averageCharWidth() * 40)));
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    const auto severity = why.isEmpty() ? job::Severity::Info : job::Severity::Warning;
    m_ui->reasonIcon->setPixmap(severityIcon(severity).pixmap(QSize(side, side), devicePixelRatioF()));
    QString text = why.isEmpty() ? choice()->toString() : why;
    const QString region = m_browser->navigator().region();
    if (why.isEmpty() && !region.isEmpty() && !m_access->region.isEmpty() && region != m_access->region)
        text += u"\n"_s
                + tr("The bucket is in %1, the job runs in %2: Amazon Braket wants both in one region.")
                      .arg(region, m_access->region);
    m_ui->reasonLabel->setText(text);
}

void StoragePicker::pick()
{
    if (!obstacle().isEmpty())
        return;
    choose(*choice());
}

void StoragePicker::choose(const core::S3Uri &place)
{
    m_memory.visited(folderOf(place));
    Q_EMIT picked(place);
    accept();
}

void StoragePicker::takeOffer()
{
    const int index = m_ui->offerBox->currentIndex();
    if (index >= 0)
        ensureBucket(m_offers.at(index).place);
}

QCoro::Task<> StoragePicker::ensureBucket(core::S3Uri place)
{
    const QPointer<StoragePicker> self(this);
    m_ui->offerButton->setEnabled(false);
    const auto region = co_await m_access->bucketRegion(place.bucket, {});
    if (!self)
        co_return;
    m_ui->offerButton->setEnabled(true);
    // Not allowed to know is no reason to doubt: only a bucket that is said to be missing is offered to be made.
    if (!region && region.error().httpStatus == 404)
        askToCreate(place);
    else
        choose(place);
}

void StoragePicker::askToCreate(const core::S3Uri &place)
{
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Create the bucket?"),
        tr("The bucket %1 does not exist yet. Create it in %2?").arg(place.bucket, m_access->region),
        QMessageBox::Cancel, this);
    box->setObjectName(u"createBucketBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("It is the default bucket of Amazon Braket for this account and region. An empty bucket "
                               "costs nothing."));
    QPushButton *const yes = box->addButton(tr("&Create it"), QMessageBox::AcceptRole);
    box->setDefaultButton(yes);
    connect(yes, &QAbstractButton::clicked, this, [this, place] { create(place); });
    box->open();
}

QCoro::Task<> StoragePicker::create(core::S3Uri place)
{
    const QPointer<StoragePicker> self(this);
    const auto created = co_await m_access->createBucket(place.bucket, m_access->region);
    if (!self)
        co_return;
    if (created)
        choose(place);
    else
        m_ui->reasonLabel->setText(created.error().text());
}

} // namespace braketeer::gui
