#include "gui/kit/keyvalueedit.h"

#include "gui/kit/keyvaluemodel.h"
#include "gui/kit/latericon.h"
#include "gui/kit/linetext.h"
#include "gui/kit/measures.h"
#include "gui/kit/wraplayout.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyleOptionHeaderV2>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int mostRows = 12;
constexpr int nameCharacters = 26;

/// QHeaderView measures its sections in bold type, for the highlight that this one does not have: a font that the first
/// window of the program would load for nothing.
class PlainHeader final : public QHeaderView
{
public:
    explicit PlainHeader(Qt::Orientation orientation) : QHeaderView(orientation)
    {
        setSectionsClickable(true); // as a table's own header
        setHighlightSections(false);
        setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    }

protected:
    QSize sectionSizeFromContents(int section) const override
    {
        QStyleOptionHeaderV2 option;
        initStyleOption(&option);
        initStyleOptionForIndex(&option, section);
        return style()->sizeFromContents(QStyle::CT_HeaderSection, &option, {}, this);
    }
};

} // namespace

KeyValueEdit::KeyValueEdit(QWidget *parent)
    : ValueEdit(parent), m_model(new KeyValueModel(this)), m_table(new QTableView), m_message(new QLabel)
{
    m_table->setObjectName(u"table"_s);
    // Before there is a model, for the headers of its own would measure it.
    m_table->setVerticalHeader(new PlainHeader(Qt::Vertical));
    m_table->verticalHeader()->hide();
    m_table->setHorizontalHeader(new PlainHeader(Qt::Horizontal));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
                             | QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false); // Tab leaves the table: nobody is caught in it
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setCornerButtonEnabled(false);
    m_table->installEventFilter(this);
    m_message->setWordWrap(true);
    m_message->hide();
    setFocusProxy(m_table);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_table);
    layout->addWidget(makeButtons());
    layout->addWidget(m_message);

    connect(m_model, &KeyValueModel::edited, this, [this] {
        m_kept.reset();
        refreshState();
        Q_EMIT edited();
        Q_EMIT committed();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &KeyValueEdit::refreshState);
    fitHeight();
    refreshState();
}

QWidget *KeyValueEdit::makeButtons()
{
    auto *bar = new QWidget;
    auto *layout = new WrapLayout(bar);
    auto *add = new QPushButton(tr("A&dd"));
    setIconAfterFirstPaint(*add, u"list-add"_s);
    m_remove = new QPushButton(tr("&Remove"));
    setIconAfterFirstPaint(*m_remove, u"list-remove"_s);
    auto *paste = new QPushButton(tr("&Paste Many"));
    setIconAfterFirstPaint(*paste, u"edit-paste"_s);
    add->setObjectName(u"add"_s);
    m_remove->setObjectName(u"remove"_s);
    paste->setObjectName(u"paste"_s);
    paste->setToolTip(tr("Add all names and values of the clipboard: a table from a spreadsheet, CSV, a JSON object, "
                         "or NAME=value lines as in a .env file."));
    connect(add, &QPushButton::clicked, this, &KeyValueEdit::startNewRow);
    connect(m_remove, &QPushButton::clicked, this, &KeyValueEdit::removeSelected);
    connect(paste, &QPushButton::clicked, this, [this] { this->paste(QGuiApplication::clipboard()->text()); });
    for (QPushButton *button : {add, m_remove, paste})
        layout->addWidget(button);
    return bar;
}

void KeyValueEdit::setVisibleRows(int rows)
{
    m_visibleRows = rows;
    fitHeight();
}

void KeyValueEdit::fitHeight()
{
    const int frame = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    const int row = m_table->verticalHeader()->defaultSectionSize();
    const int rows = qBound(m_visibleRows, m_model->rowCount(), qMax(m_visibleRows, mostRows));
    m_table->setMinimumHeight(frame + row * rows);
    m_table->setMaximumHeight(sizePolicy().verticalPolicy() == QSizePolicy::Expanding ? QWIDGETSIZE_MAX
                                                                                      : frame + row * rows);
    m_table->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * nameCharacters);
}

void KeyValueEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
    ValueEdit::changeEvent(event);
}

void KeyValueEdit::showValue(const job::Value *value)
{
    m_kept = value && !value->isMap() ? std::optional(*value) : std::nullopt;
    m_model->setMap(value);
    say(m_kept ? tr("The document holds no names and values here, but this: %1").arg(displayText(value)) : QString());
    refreshState();
}

std::optional<job::Value> KeyValueEdit::value() const
{
    return m_kept ? m_kept : m_model->map();
}

void KeyValueEdit::describe(const FieldText &text)
{
    m_table->setAccessibleName(text.label);
    m_table->setAccessibleDescription(text.help);
}

void KeyValueEdit::markFindings(const job::Findings &findings)
{
    QHash<QString, QString> faults;
    for (const job::Finding &finding : findings) {
        const QString key = !finding.key.isEmpty() ? finding.key : finding.path.steps().constLast().name;
        if (finding.severity == job::Severity::Error && !faults.contains(key))
            faults.insert(key, finding.message);
    }
    m_model->setFaults(faults);
}

void KeyValueEdit::focusOn(const job::Path &path)
{
    m_table->setFocus(Qt::OtherFocusReason);
    const int row = path.isEmpty() ? -1 : m_model->rowOf(path.steps().constLast().name);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, KeyValueModel::Value));
}

void KeyValueEdit::paste(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        say(tr("The clipboard holds no text. Copy a table, a JSON object or NAME=value lines first."));
        return;
    }
    const core::Result<QList<Pair>> pairs = readPairs(text);
    if (!pairs) {
        say(pairs.error().text());
        return;
    }
    const qsizetype before = m_model->rows().size();
    m_model->merge(*pairs);
    const qsizetype added = m_model->rows().size() - before;
    say(tr("Pasted: %n added", nullptr, int(added)) + tr(", %n replaced.", nullptr, int(pairs->size() - added)));
}

void KeyValueEdit::startNewRow()
{
    const QModelIndex index = m_model->index(m_model->rowCount() - 1, KeyValueModel::Key);
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->setCurrentIndex(index);
    m_table->edit(index);
}

void KeyValueEdit::removeSelected()
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    m_model->removeRowsAt(rows);
}

bool KeyValueEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Paste)) {
            paste(QGuiApplication::clipboard()->text());
            return true;
        }
        if (tableKey(key->key(), key->modifiers()))
            return true;
    }
    return ValueEdit::eventFilter(watched, event);
}

bool KeyValueEdit::tableKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & ~Qt::KeypadModifier)
        return false;
    if (key == Qt::Key_Delete) {
        removeSelected();
        return true;
    }
    const QModelIndex current = m_table->currentIndex();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && current.isValid()) {
        const bool fresh = m_model->isNewRow(current.row());
        m_table->edit(fresh ? m_model->index(current.row(), KeyValueModel::Key) : current);
        return true;
    }
    return false;
}

void KeyValueEdit::say(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void KeyValueEdit::refreshState()
{
    fitHeight();
    bool removable = false;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        removable = removable || !m_model->isNewRow(index.row());
    m_remove->setEnabled(removable);
    if (const QString name = m_model->duplicate(); !name.isEmpty())
        say(tr("“%1” stands in two rows; only the first is sent. Rename or remove one.").arg(name));
}

} // namespace braketeer::gui
