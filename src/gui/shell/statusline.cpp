#include "gui/shell/statusline.h"

#include "flows/session.h"

#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int saidForMs = 6000;

/// Account of everything in the built-in service.
constexpr QLatin1StringView demoAccount("000000000000");

} // namespace

StatusLine::StatusLine(QStatusBar &bar)
    : QObject(&bar)
    , m_place(new QLabel(&bar))
    , m_said(new QLabel(&bar))
    , m_progress(new QProgressBar(&bar))
    , m_jobs(new QLabel(&bar))
    , m_transfers(new QLabel(&bar))
{
    m_place->setObjectName(u"placeBand"_s);
    m_place->setTextFormat(Qt::PlainText);
    m_said->setObjectName(u"saidLabel"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_progress->setObjectName(u"progressBar"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(bar.fontMetrics().averageCharWidth() * 16);
    m_progress->setMaximumHeight(bar.fontMetrics().height());
    m_progress->hide();
    m_jobs->setObjectName(u"jobsLabel"_s);
    m_transfers->setObjectName(u"transfersLabel"_s);
    m_transfers->hide();
    const int space = bar.fontMetrics().averageCharWidth();
    m_place->setContentsMargins(space, space / 4, space, space / 4);
    m_jobs->setContentsMargins(space, 0, space, 0);
    bar.addWidget(m_place);
    bar.addWidget(m_said, 1);
    bar.addPermanentWidget(m_progress);
    bar.addPermanentWidget(m_jobs);
    bar.addPermanentWidget(m_transfers);
    m_forget.setSingleShot(true);
    m_forget.setInterval(saidForMs);
    connect(&m_forget, &QTimer::timeout, m_said, &QLabel::clear);
}

void StatusLine::showPlace(const flows::Place &place)
{
    QFont font = m_jobs->font();
    font.setBold(place.demo);
    m_place->setFont(font);
    // The palette's own pair of colours, so that the band stands out in every theme and stays readable.
    m_place->setBackgroundRole(place.demo ? QPalette::Highlight : QPalette::NoRole);
    m_place->setForegroundRole(place.demo ? QPalette::HighlightedText : QPalette::NoRole);
    m_place->setAutoFillBackground(place.demo);
    if (place.demo) {
        m_place->setText(tr("DEMO · account %1 · %2").arg(demoAccount, place.region));
        m_place->setToolTip(
            tr("The built-in service on this computer: nothing leaves it, and nothing costs anything."));
        return;
    }
    const QString who = place.profile.isEmpty() ? tr("Environment") : tr("Profile %1").arg(place.profile);
    m_place->setText(u"%1 · %2"_s.arg(who, place.region));
    m_place->setToolTip(place.endpointUrl);
}

void StatusLine::showTransfers(int uploads, int downloads)
{
    QStringList parts;
    if (uploads > 0)
        parts.append(tr("%n upload(s)", nullptr, uploads));
    if (downloads > 0)
        parts.append(tr("%n download(s)", nullptr, downloads));
    m_transfers->setText(parts.join(u", "_s));
    m_transfers->setVisible(!parts.isEmpty());
}

void StatusLine::showJobs(int unfinished, int open)
{
    QStringList parts;
    if (open > 0)
        parts.append(open == 1 ? tr("1 answer missing") : tr("%n answers missing", nullptr, open));
    if (unfinished == 0)
        parts.append(tr("No job running"));
    else
        parts.append(unfinished == 1 ? tr("1 job running") : tr("%n jobs running", nullptr, unfinished));
    m_jobs->setText(parts.join(u" · "_s));
}

void StatusLine::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_forget.start();
}

void StatusLine::showProgress(const QString &what)
{
    m_progress->setVisible(!what.isEmpty());
    if (what.isEmpty()) {
        m_said->clear();
        return;
    }
    m_forget.stop();
    m_said->setText(what);
}

} // namespace braketeer::gui
