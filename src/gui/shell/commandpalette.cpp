#include "gui/shell/commandpalette.h"

#include "ui_commandpalette.h"

#include <QAction>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int actionRole = Qt::UserRole + 1;

QString plainText(const QAction &action)
{
    QString text = action.text();
    static const QRegularExpression mnemonic(u"&(?!&)"_s);
    text.remove(mnemonic);
    return text;
}

/// Texts stand in line whether there is an icon or not.
QIcon iconOrSpace(const QAction &action)
{
    if (!action.icon().isNull())
        return action.icon();
    QPixmap space(1, 1);
    space.fill(Qt::transparent);
    return QIcon(space);
}

QStandardItem *itemFor(QAction *action)
{
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString text = plainText(*action);
    auto *item = new QStandardItem(iconOrSpace(*action), keys.isEmpty() ? text : u"%1    %2"_s.arg(text, keys));
    item->setToolTip(action->toolTip());
    item->setEditable(false);
    item->setSizeHint(QSize(0, QFontMetrics(QGuiApplication::font()).height() * 7 / 4));
    item->setData(QVariant::fromValue(QPointer<QAction>(action)), actionRole);
    return item;
}

/// All words, in any order: one look-ahead each.
QRegularExpression patternFor(const QString &words)
{
    QString pattern;
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        pattern += u"(?=.*%1)"_s.arg(QRegularExpression::escape(part));
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_ui(std::make_unique<Ui::CommandPalette>())
    , m_model(new QStandardItemModel(this))
    , m_filter(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    m_filter->setSourceModel(m_model);
    m_ui->actionList->setModel(m_filter);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_ui->actionList->setIconSize(QSize(side, side));
    m_ui->filterEdit->installEventFilter(this);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_ui->filterEdit, &QLineEdit::returnPressed, this, &CommandPalette::choose);
    connect(m_ui->actionList, &QListView::clicked, this, &CommandPalette::choose);
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::open(const QList<QAction *> &actions)
{
    m_model->clear();
    for (QAction *action : actions) {
        if (action->isEnabled())
            m_model->appendRow(itemFor(action));
    }
    m_ui->filterEdit->clear();
    filter({});
    const QWidget *const owner = parentWidget()->window();
    const QSize size(fontMetrics().averageCharWidth() * 64, fontMetrics().height() * 20);
    resize(size.boundedTo(owner->size()));
    move(owner->mapToGlobal(QPoint((owner->width() - width()) / 2, owner->height() / 8)));
    show();
    m_ui->filterEdit->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->filterEdit && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QCoreApplication::sendEvent(m_ui->actionList, event);
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::filter(const QString &words)
{
    m_filter->setFilterRegularExpression(patternFor(words));
    m_ui->actionList->setCurrentIndex(m_filter->index(0, 0));
}

void CommandPalette::choose()
{
    const auto action = m_ui->actionList->currentIndex().data(actionRole).value<QPointer<QAction>>();
    hide();
    // After the popup is gone: what the action does may take the focus, which the popup still holds here.
    if (action)
        QTimer::singleShot(0, action.data(), &QAction::trigger);
}

} // namespace braketeer::gui
