#include "gui/storage/presigndialog.h"

#include "gui/storage/storagewords.h"
#include "ui_presigndialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

PresignDialog::PresignDialog(std::shared_ptr<const StorageAccess> access, core::S3Uri place, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PresignDialog>())
    , m_access(std::move(access))
    , m_place(std::move(place))
{
    m_ui->setupUi(this);
    m_ui->urlEdit->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_ui->placeLabel->setText(m_place.toString());
    const std::pair<QString, int> choices[] = {{tr("15 minutes"), 900},
                                               {tr("1 hour"), 3600},
                                               {tr("12 hours"), 43'200},
                                               {tr("1 day"), 86'400},
                                               {tr("7 days (the longest)"), 604'800}};
    for (const auto &[text, seconds] : choices)
        m_ui->expiryBox->addItem(text, seconds);
    m_ui->expiryBox->setCurrentIndex(1);
    auto *copyButton = m_ui->buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setObjectName(u"copyButton"_s);
    connect(copyButton, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->urlEdit->text()); });
    connect(m_ui->urlEdit, &QLineEdit::textChanged, copyButton,
            [copyButton](const QString &text) { copyButton->setEnabled(!text.isEmpty()); });
    copyButton->setEnabled(false);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ui->expiryBox, &QComboBox::currentIndexChanged, this, [this] { sign(); });
    sign();
}

PresignDialog::~PresignDialog() = default;

QCoro::Task<> PresignDialog::sign()
{
    const QPointer<PresignDialog> self(this);
    const int question = ++m_question;
    m_ui->urlEdit->clear();
    const std::chrono::seconds expires(m_ui->expiryBox->currentData().toInt());
    const auto url = co_await m_access->presign(m_place, expires);
    if (!self || question != m_question)
        co_return;
    if (url) {
        m_ui->urlEdit->setText(*url);
        m_ui->urlEdit->setCursorPosition(0);
        m_ui->noteLabel->setText(tr("Whoever has this URL can read the object until %1. Temporary keys may end it "
                                    "sooner.")
                                     .arg(dateText(QDateTime::currentDateTimeUtc().addSecs(expires.count()))));
    } else {
        m_ui->noteLabel->setText(url.error().text());
    }
}

} // namespace braketeer::gui
