#include "gui/storage/termschooser.h"

#include "gui/kit/icons.h"
#include "gui/storage/placememory.h"
#include "gui/storage/storagenavigator.h"
#include "gui/storage/storagewords.h"

#include <QAction>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

using flows::BucketTerms;

TermsChooser::TermsChooser(StorageNavigator &navigator, PlaceMemory &memory, QToolButton &button)
    : QObject(&button), m_navigator(navigator), m_memory(memory), m_button(button), m_menu(new QMenu(&button))
{
    m_menu->setObjectName(u"termsMenu"_s);
    m_menu->setToolTipsVisible(true);
    m_menu->addSection(tr("Requests to this bucket"));
    m_requesterPays = addChoice("storage.requesterpays", tr("&Requester pays…"),
                                tr("Agree to pay for requests and downloads, where the bucket's owner wants that"),
                                BucketTerms::RequesterPays);
    m_unsigned = addChoice("storage.unsigned", tr("Without &signing"),
                           tr("Use no keys, as everybody may: for public buckets"), BucketTerms::Unsigned);
    m_button.setMenu(m_menu);
    m_button.setPopupMode(QToolButton::InstantPopup);
    m_button.setIcon(themeIcon(u"dialog-password"_s));
    connect(&navigator, &StorageNavigator::moved, this, &TermsChooser::show);
    connect(&memory, &PlaceMemory::changed, this, &TermsChooser::show);
    show();
}

QAction *TermsChooser::addChoice(const char *name, const QString &text, const QString &tip, BucketTerms terms)
{
    QAction *const action = m_menu->addAction(text);
    action->setObjectName(QLatin1StringView(name));
    action->setCheckable(true);
    action->setToolTip(tip);
    connect(action, &QAction::triggered, this,
            [this, terms](bool checked) { choose(checked ? terms : BucketTerms::Signed); });
    return action;
}

BucketTerms TermsChooser::terms() const
{
    const auto &access = m_navigator.access();
    return access && !m_navigator.isInBuckets() ? access->termsOf(m_navigator.place().bucket) : BucketTerms::Signed;
}

void TermsChooser::show()
{
    const BucketTerms now = terms();
    m_requesterPays->setChecked(now == BucketTerms::RequesterPays);
    m_unsigned->setChecked(now == BucketTerms::Unsigned);
    m_button.setEnabled(m_navigator.access() && !m_navigator.isInBuckets());
    m_button.setText(termsText(now));
    m_button.setToolButtonStyle(now == BucketTerms::Signed ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_button.setAccessibleName(tr("Requests to this bucket: %1").arg(termsText(now)));
    m_button.setToolTip(now == BucketTerms::RequesterPays ? tr("You pay for requests to this bucket")
                        : now == BucketTerms::Unsigned    ? tr("Requests to this bucket use no keys")
                                                          : tr("Requests to this bucket are signed with your keys"));
}

void TermsChooser::choose(BucketTerms terms)
{
    show(); // the menu's mark is what holds, until another is chosen for good
    if (!m_button.isEnabled() || terms == this->terms())
        return;
    if (terms == BucketTerms::RequesterPays)
        confirmPaying();
    else
        take(m_navigator.place().bucket, terms);
}

void TermsChooser::confirmPaying()
{
    const QString bucket = m_navigator.place().bucket;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Requester pays"),
                                tr("Pay for requests to the bucket %1?").arg(bucket), QMessageBox::Cancel,
                                m_button.window());
    box->setObjectName(u"requesterPaysBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Where its owner lets requesters pay, Amazon S3 charges %1 for every list, request and "
                               "download there, in previews, transfers and signed URLs too, until you switch this off.")
                                .arg(payerText(m_navigator.access()->owner)));
    QPushButton *const yes = box->addButton(tr("&Agree to pay"), QMessageBox::AcceptRole);
    box->setDefaultButton(yes);
    connect(yes, &QAbstractButton::clicked, this, [this, bucket, asked = m_navigator.access()] {
        if (asked == m_navigator.access()) // else the account is another by now
            take(bucket, BucketTerms::RequesterPays);
    });
    box->open();
}

void TermsChooser::take(const QString &bucket, BucketTerms terms)
{
    const auto &access = m_navigator.access();
    if (!access)
        return;
    access->setTerms(bucket, terms);
    m_memory.setTerms(bucket, terms);
    show();
    if (m_navigator.place().bucket == bucket)
        m_navigator.reload();
}

bool mayHelp(BucketTerms other, const core::Error &refusal, BucketTerms now)
{
    if (other == now)
        return false;
    const bool keys = refusal.kind == core::Error::Kind::Credentials || areKeysRefused(refusal);
    switch (other) {
    case BucketTerms::Unsigned:
        return keys || isRefused(refusal);
    case BucketTerms::RequesterPays:
        return isRefused(refusal);
    case BucketTerms::Signed:
        break;
    }
    return now == BucketTerms::Unsigned && isRefused(refusal);
}

} // namespace braketeer::gui
