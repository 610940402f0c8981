#include "gui/kit/icons.h"
#include "gui/storage/placememory.h"
#include "gui/storage/rowseeker.h"
#include "gui/storage/selectionkeeper.h"
#include "gui/storage/storagebrowser.h"
#include "gui/storage/storagewords.h"
#include "gui/storage/termschooser.h"
#include "ui_storagebrowser.h"

#include <QAccessible>
#include <QLocale>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

// StorageBrowser, second part: what it says about the place it shows.
namespace braketeer::gui {

void StorageBrowser::showPlace()
{
    m_seeker->forget();
    m_keeper->forget();
    m_ui->pathEdit->setText(m_navigator.address());
    if (!m_ui->filterEdit->text().isEmpty()) {
        const QSignalBlocker quiet(m_ui->filterEdit);
        m_ui->filterEdit->clear();
        m_navigator.buckets().setFilter({});
        m_navigator.listing().setFilter({});
    }
    m_ui->backButton->setEnabled(m_navigator.canGoBack());
    m_ui->forwardButton->setEnabled(m_navigator.canGoForward());
    m_ui->upButton->setEnabled(!m_navigator.isInBuckets());
    showState();
    updateBookmark();
    Q_EMIT selectionChanged();
}

void StorageBrowser::showState()
{
    const QString &trouble = m_navigator.trouble();
    const bool news = !trouble.isEmpty() && trouble != m_ui->troubleLabel->text();
    m_ui->troubleLabel->setText(trouble);
    m_ui->troubleBar->setVisible(!trouble.isEmpty());
    m_ui->retryButton->setVisible(m_navigator.canRetry());
    showOffers();
    if (news) {
        const int side = fontMetrics().height() * 5 / 4;
        m_ui->troubleIcon->setPixmap(
            severityIcon(job::Severity::Warning).pixmap(QSize(side, side), devicePixelRatioF()));
        QAccessibleEvent event(m_ui->troubleLabel, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    m_ui->emptyLabel->setText(emptyText());
    showPage(hasRows() ? static_cast<QWidget *>(table()) : m_ui->emptyLabel);
    m_ui->reloadButton->setEnabled(bool(m_navigator.access()));
    showCount();
}

void StorageBrowser::showOffers()
{
    using flows::BucketTerms;
    const auto &refusal = m_navigator.refusal();
    const auto show = [this, &refusal](QWidget *button, BucketTerms terms) {
        button->setVisible(refusal && mayHelp(terms, *refusal, m_terms->terms()));
    };
    show(m_ui->requesterPaysButton, BucketTerms::RequesterPays);
    show(m_ui->unsignedButton, BucketTerms::Unsigned);
    show(m_ui->signedButton, BucketTerms::Signed);
}

void StorageBrowser::showPage(QWidget *page)
{
    // Whoever has the keyboard on the rows keeps it there, whatever stands in their place.
    const bool focused = m_ui->stack->currentWidget()->hasFocus();
    if (m_ui->stack->currentWidget() == page)
        return;
    m_ui->stack->setCurrentWidget(page);
    if (focused)
        page->setFocus(Qt::OtherFocusReason);
}

void StorageBrowser::showCount()
{
    const QLocale locale;
    const ListingModel &listing = m_navigator.listing();
    const bool buckets = m_navigator.isInBuckets();
    const qsizetype loaded = buckets ? m_navigator.buckets().count() : listing.loadedCount();
    const int shown = table()->model()->rowCount();
    QStringList parts;
    if (m_navigator.isLoading() && loaded == 0)
        parts.append(tr("Loading…"));
    else if (shown != loaded)
        parts.append(tr("%1 of %2 loaded").arg(locale.toString(shown), locale.toString(loaded)));
    else if (!buckets && !listing.isComplete() && loaded > 0)
        parts.append(tr("%1 loaded, more at the server").arg(locale.toString(loaded)));
    else if (loaded > 0)
        parts.append(buckets ? tr("%Ln bucket(s)", nullptr, int(loaded)) : tr("%Ln row(s)", nullptr, int(loaded)));
    if (const int selection = selectedCount(); selection > 1)
        parts.append(tr("%Ln selected", nullptr, selection));
    if (const QString region = m_navigator.region(); !region.isEmpty() && !buckets)
        parts.append(region);
    m_ui->countLabel->setText(parts.join(u" · "_s));
    const bool canLoad = !buckets && m_navigator.access() && !listing.isComplete() && !listing.isLoadingAll()
                         && loaded > 0;
    m_ui->loadAllButton->setVisible(canLoad);
    m_ui->stopButton->setVisible(m_navigator.isLoading() && !canLoad);
}

QString StorageBrowser::emptyText() const
{
    const ListingModel &listing = m_navigator.listing();
    const QString filter = m_ui->filterEdit->text();
    if (!m_navigator.access())
        return tr("There is no session. Choose a profile, or the demo, in the toolbar.");
    if (m_navigator.isLoading())
        return tr("Loading…");
    if (!m_navigator.trouble().isEmpty() || !m_navigator.isStarted())
        return {};
    if (m_navigator.isInBuckets())
        return filter.isEmpty() ? tr("This account has no buckets. A bucket of somebody else can be reached by typing "
                                     "its address above.")
                                : tr("No bucket has “%1” in its name.").arg(filter);
    if (!filter.isEmpty() && listing.loadedCount() > 0)
        return tr("None of the %Ln loaded row(s) has “%1” in its name. "
                  "Enter searches at the server for names that begin with it.",
                  nullptr, int(listing.loadedCount()))
            .arg(filter);
    if (m_navigator.folder() != m_navigator.place())
        return tr("Nothing in this folder begins with “%1”.").arg(lastPart(m_navigator.place()));
    if (m_navigator.place().key.isEmpty())
        return tr("This bucket is empty.");
    return tr("There is nothing below %1.").arg(m_navigator.address());
}

void StorageBrowser::updateBookmark()
{
    m_ui->bookmarkButton->setEnabled(!m_navigator.isInBuckets());
    m_ui->bookmarkButton->setChecked(!m_navigator.isInBuckets() && m_memory.isBookmarked(m_navigator.folder()));
    m_ui->bookmarkButton->setToolTip(m_ui->bookmarkButton->isChecked() ? tr("Forget this place")
                                                                       : tr("Remember this place"));
}

} // namespace braketeer::gui
