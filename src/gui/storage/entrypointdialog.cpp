#include "gui/storage/entrypointdialog.h"

#include "gui/storage/entrypointlist.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

EntryPointDialog::EntryPointDialog(core::Task<flows::Inside> inside, const QString &name, QWidget *parent)
    : QDialog(parent), m_note(new QLabel(tr("Looking inside %1…").arg(name))), m_list(new EntryPointList)
{
    setObjectName(u"entryPointDialog"_s);
    setWindowTitle(tr("Choose an entry point"));
    auto *layout = new QVBoxLayout(this);
    m_note->setObjectName(u"noteLabel"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    layout->addWidget(m_list, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *const choose = buttons->addButton(tr("C&hoose"), QDialogButtonBox::AcceptRole);
    choose->setObjectName(u"chooseButton"_s);
    choose->setEnabled(false);
    layout->addWidget(buttons);
    choose->setDefault(true); // only now does it know its dialog
    connect(m_list, &EntryPointList::selectionChanged, this,
            [this, choose] { choose->setEnabled(!m_list->entryPoint().isEmpty()); });
    connect(m_list, &EntryPointList::activated, choose, &QAbstractButton::click);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_list->entryPoint());
        accept();
    });
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 24);
    look(std::move(inside));
}

EntryPointDialog::~EntryPointDialog() = default;

QCoro::Task<> EntryPointDialog::look(core::Task<flows::Inside> inside)
{
    const QPointer<EntryPointDialog> self(this);
    const auto found = co_await std::move(inside);
    if (!self)
        co_return;
    if (!found) {
        m_note->setText(found.error().text());
        co_return;
    }
    m_note->setText(found->entryPoints.candidates.isEmpty()
                        ? tr("No Python module in it can be started.")
                        : tr("Found by reading the files; nothing was run. The likeliest comes first."));
    m_list->show(found->entryPoints, found->warnings);
    m_list->setFocus(Qt::OtherFocusReason);
}

} // namespace braketeer::gui
