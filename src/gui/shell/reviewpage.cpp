#include "gui/shell/reviewpage.h"

#include "gui/access/sessionkeeper.h"
#include "gui/job/jobdocument.h"
#include "gui/kit/icons.h"
#include "gui/kit/measures.h"
#include "gui/shell/flatten.h"
#include "job/rules/check.h"
#include "ui_reviewpage.h"

#include <QHeaderView>
#include <QPointer>
#include <QShowEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr qsizetype shownCharacters = 400;

QString shortened(const QString &text)
{
    if (text.size() <= shownCharacters)
        return text;
    return QCoreApplication::translate("ReviewPage", "%1… (%2 characters)")
        .arg(text.first(shownCharacters), QLocale().toString(text.size()));
}

QString orMissing(const QString &text)
{
    return text.isEmpty() ? QCoreApplication::translate("ReviewPage", "missing") : text;
}

/// An icon, bold type and the value of the last job: never colour alone.
void markChanged(QTreeWidgetItem &row, const QString &before)
{
    row.setIcon(0, themeIcon(u"document-edit"_s));
    row.setData(0, Qt::AccessibleTextRole, QCoreApplication::translate("ReviewPage", "%1, changed").arg(row.text(0)));
    QFont bold = row.font(0);
    bold.setBold(true);
    row.setFont(0, bold);
    row.setText(2, before.simplified());
    row.setToolTip(2, before);
}

} // namespace

ReviewPage::ReviewPage(JobDocument &document, SessionKeeper &keeper, QWidget *parent)
    : QWidget(parent), m_document(document), m_keeper(keeper), m_ui(std::make_unique<Ui::ReviewPage>())
{
    m_ui->setupUi(this);
    m_ui->titleLabel->setFont(headingFont(font()));
    for (QLabel *label : {m_ui->accountValue, m_ui->identityValue, m_ui->regionValue, m_ui->endpointValue,
                          m_ui->deviceValue, m_ui->roleValue})
        label->setFont(codeFont(font()));
    m_ui->createButton->setIcon(themeIcon(u"job-create"_s));
    // As the sections' pages have it.
    const QMargins margins = 2 * m_ui->contentLayout->contentsMargins();
    m_ui->contentLayout->setContentsMargins(margins);
    m_ui->footLayout->setContentsMargins(margins.left(), margins.top() / 2, margins.right(), margins.bottom() / 2);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_ui->findingList->setIconSize(QSize(side, side));
    m_ui->memberTree->setIconSize(QSize(side, side));
    m_ui->memberTree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_ui->memberTree->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_ui->memberTree->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_ui->memberTree->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the page scrolls

    connect(&document, &JobDocument::findingsChanged, this, &ReviewPage::refresh);
    connect(&document, &JobDocument::changed, this, &ReviewPage::refresh);
    connect(&document, &JobDocument::replaced, this, &ReviewPage::refresh);
    connect(&keeper, &SessionKeeper::changed, this, [this] {
        if (isVisible()) {
            m_keeper.identify();
            compare(m_keeper.session(), m_document.text(job::Path::parse(u"jobName")));
        }
        refresh();
    });
    connect(&keeper, &SessionKeeper::identityChanged, this, &ReviewPage::refresh);
    connect(m_ui->confirmCheck, &QCheckBox::toggled, this, &ReviewPage::updateButton);
    connect(m_ui->backButton, &QAbstractButton::clicked, this, &ReviewPage::backWanted);
    connect(m_ui->createButton, &QAbstractButton::clicked, this, &ReviewPage::confirm);
    connect(m_ui->findingList, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT jumpWanted(m_shownFindings.at(m_ui->findingList->row(item)));
    });
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_keeper.identify();
    compare(m_keeper.session(), m_document.text(job::Path::parse(u"jobName")));
    refresh();
}

// May outlive the page: `self` is asked again after the wait.
QCoro::Task<> ReviewPage::compare(std::shared_ptr<flows::Session> session, QString jobName)
{
    if (!session)
        co_return;
    const QPointer<ReviewPage> self(this);
    const auto last = co_await flows::lastJobNamed(session, jobName);
    if (!self || m_keeper.session() != session)
        co_return;
    // Without a record there is nothing to compare with; that it is missing is said where the history stands.
    m_last = last.value_or(std::nullopt);
    m_lastMembers = m_last ? flatten(m_last->spec) : QList<FlatMember>();
    refresh();
}

void ReviewPage::refresh()
{
    if (!isVisible())
        return;
    showPlace();
    showFindings();
    showMembers();
    updateButton();
}

void ReviewPage::showPlace()
{
    const auto session = m_keeper.session();
    const QString waiting = u"…"_s;
    if (m_keeper.identity()) {
        m_ui->accountValue->setText(m_keeper.identity()->account);
        m_ui->identityValue->setText(m_keeper.identity()->arn);
    } else if (const auto &error = m_keeper.identityError()) {
        m_ui->accountValue->setText(tr("not known"));
        m_ui->identityValue->setText(error->text());
    } else {
        m_ui->accountValue->setText(waiting);
        m_ui->identityValue->setText(waiting);
    }
    m_ui->regionValue->setText(session ? session->place().region : waiting);
    const QString endpoint = session ? session->place().endpointUrl : waiting;
    m_ui->endpointValue->setText(endpoint.isEmpty() ? tr("AWS’s own endpoint for the region") : endpoint);
    m_ui->deviceValue->setText(orMissing(m_document.text(job::Path::parse(u"deviceConfig.device"))));
    m_ui->roleValue->setText(orMissing(m_document.text(job::Path::parse(u"roleArn"))));
}

void ReviewPage::showFindings()
{
    m_shownFindings = m_document.findings();
    // Errors first: they decide.
    std::ranges::stable_sort(m_shownFindings, {}, &job::Finding::severity);
    m_blocked = job::blocks(m_shownFindings);
    m_warnings = int(std::ranges::count(m_shownFindings, job::Severity::Warning, &job::Finding::severity));
    m_ui->findingList->clear();
    for (const job::Finding &finding : std::as_const(m_shownFindings)) {
        auto *item = new QListWidgetItem(severityIcon(finding.severity),
                                         u"%1: %2"_s.arg(severityText(finding.severity), finding.message));
        item->setToolTip(finding.path.toString());
        m_ui->findingList->addItem(item);
    }
    m_ui->findingsBox->setVisible(!m_shownFindings.isEmpty());
    const int rows = int(qMin<qsizetype>(m_shownFindings.size(), 5));
    m_ui->findingList->setMaximumHeight(rows * m_ui->findingList->sizeHintForRow(0)
                                        + 2 * m_ui->findingList->frameWidth());
    m_ui->findingHint->setText(m_blocked ? tr("Errors have to be mended first. Press Enter on one to go to its field.")
                                         : tr("Press Enter on one to go to its field."));
    m_ui->confirmCheck->setVisible(!m_blocked && m_warnings > 0);
    m_ui->confirmCheck->setText(tr("Create the job in spite of %n warning(s)", nullptr, m_warnings));
}

void ReviewPage::showMembers()
{
    m_ui->memberTree->clear();
    m_ui->memberTree->setColumnHidden(2, !m_last);
    m_ui->comparisonLabel->setVisible(m_last.has_value());
    const QList<FlatMember> members = flatten(m_document.spec());
    QList<QTreeWidgetItem *> rows;
    for (const FlatMember &member : members)
        rows.append(memberRow(member));
    rows.append(missingRows(members));
    if (m_last) {
        const auto changed = std::ranges::count_if(rows, [](const auto *row) { return !row->icon(0).isNull(); });
        const QString when = QLocale().toString(m_last->createdAt.toLocalTime(), QLocale::ShortFormat);
        m_ui->comparisonLabel->setText(
            changed == 0
                ? tr("The same as the last job of this name, of %1.").arg(when)
                : tr("%n member(s) differ from the last job of this name, of %1.", nullptr, int(changed)).arg(when));
    }
    m_ui->memberTree->addTopLevelItems(rows);
    const int rowHeight = rows.isEmpty() ? 0 : m_ui->memberTree->sizeHintForRow(0);
    m_ui->memberTree->setFixedHeight(m_ui->memberTree->header()->sizeHint().height() + int(rows.size()) * rowHeight
                                     + 2 * m_ui->memberTree->frameWidth());
}

QTreeWidgetItem *ReviewPage::memberRow(const FlatMember &member) const
{
    auto *row = new QTreeWidgetItem({member.label, shortened(member.value).simplified()});
    row->setToolTip(0, member.path.toString());
    row->setToolTip(1, shortened(member.value));
    row->setFont(1, codeFont(font()));
    if (!m_last)
        return row;
    const auto before = std::ranges::find(m_lastMembers, member.path, &FlatMember::path);
    const bool added = before == m_lastMembers.cend();
    if (!added && before->value == member.value)
        return row;
    markChanged(*row, added ? tr("not there") : shortened(before->value));
    return row;
}

/// What the last job of this name had, and this one has not.
QList<QTreeWidgetItem *> ReviewPage::missingRows(const QList<FlatMember> &members) const
{
    QList<QTreeWidgetItem *> rows;
    for (const FlatMember &before : m_lastMembers) {
        if (std::ranges::find(members, before.path, &FlatMember::path) != members.cend())
            continue;
        auto *row = new QTreeWidgetItem({before.label, tr("not there")});
        row->setToolTip(0, before.path.toString());
        markChanged(*row, shortened(before.value));
        rows.append(row);
    }
    return rows;
}

void ReviewPage::updateButton()
{
    const bool confirmed = m_warnings == 0 || m_ui->confirmCheck->isChecked();
    m_ui->createButton->setEnabled(!m_busy && !m_blocked && confirmed && m_keeper.session());
}

void ReviewPage::setBusy(bool busy)
{
    m_busy = busy;
    updateButton();
}

void ReviewPage::focusNext()
{
    if (m_blocked)
        m_ui->findingList->setFocus(Qt::ShortcutFocusReason);
    else if (m_ui->confirmCheck->isVisible() && !m_ui->confirmCheck->isChecked())
        m_ui->confirmCheck->setFocus(Qt::ShortcutFocusReason);
    else
        m_ui->createButton->setFocus(Qt::ShortcutFocusReason);
    if (m_blocked && m_ui->findingList->currentRow() < 0)
        m_ui->findingList->setCurrentRow(0);
}

void ReviewPage::confirm()
{
    updateButton();
    if (!m_ui->createButton->isEnabled()) {
        focusNext();
        return;
    }
    m_ui->confirmCheck->setChecked(false);
    Q_EMIT createWanted();
}

} // namespace braketeer::gui
