#include "gui/job/channellist.h"

#include "gui/job/channelform.h"
#include "gui/job/formbinder.h"
#include "gui/job/jobdocument.h"
#include "gui/kit/icons.h"
#include "job/schema/schema.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

const QString listName = u"inputDataConfig"_s;

job::Path listPath()
{
    return job::Path().child(listName);
}

} // namespace

ChannelList::ChannelList(QWidget *parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout)
    , m_empty(new QLabel(tr("No input data: the job starts with its script and hyperparameters only.")))
    , m_add(new QPushButton(themeIcon(u"list-add"_s), tr("A&dd Channel")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    m_empty->setObjectName(u"empty"_s);
    m_empty->setWordWrap(true);
    m_add->setObjectName(u"addChannel"_s);
    layout->addWidget(m_empty);
    layout->addLayout(m_list);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &ChannelList::add);
}

void ChannelList::connectTo(JobDocument &document, FormBinder &binder)
{
    m_document = &document;
    m_binder = &binder;
    m_binder->attach(*this, listPath());
    connect(m_document, &JobDocument::changed, this, [this](const job::Path &changed) {
        if (changed.topLevel() == listPath())
            sync();
    });
    connect(m_document, &JobDocument::replaced, this, &ChannelList::sync);
    sync();
}

void ChannelList::sync()
{
    const job::Value *list = m_document->find(listPath());
    const qsizetype wanted = list ? list->items().size() : 0;
    while (m_forms.size() > wanted)
        delete m_forms.takeLast(); // never the sender: the buttons' clicks arrive here through the event loop
    while (m_forms.size() < wanted)
        addForm();
    refreshButtons();
}

void ChannelList::addForm()
{
    const int index = int(m_forms.size());
    auto *form = new ChannelForm(index);
    m_list->addWidget(form);
    m_forms.append(form);
    m_binder->bind(*form, listPath().item(index));
    connect(
        form, &ChannelForm::removeRequested, this, [this, index] { remove(index); }, Qt::QueuedConnection);
    connect(form, &ChannelForm::upRequested, this, [this, index] { move(index, index - 1); });
    connect(form, &ChannelForm::downRequested, this, [this, index] { move(index, index + 1); });
}

void ChannelList::add()
{
    const job::Value *list = m_document->find(listPath());
    QList<job::Value> items = list ? list->items() : QList<job::Value>();
    items.append(job::Value::map());
    m_document->endTyping();
    m_document->set(listPath(), job::Value::list(std::move(items)));
    m_document->endTyping();
    m_forms.constLast()->focusFirst();
}

void ChannelList::remove(int index)
{
    const job::Value *list = m_document->find(listPath());
    if (!list || index >= list->items().size())
        return;
    QList<job::Value> items = list->items();
    items.removeAt(index);
    m_document->endTyping();
    if (items.isEmpty())
        m_document->remove(listPath());
    else
        m_document->set(listPath(), job::Value::list(std::move(items)));
    m_document->endTyping();
    if (m_forms.isEmpty())
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_forms.at(qMin(index, count() - 1))->focusFirst();
}

void ChannelList::move(int from, int to)
{
    const job::Value *list = m_document->find(listPath());
    if (!list || to < 0 || to >= list->items().size())
        return;
    QList<job::Value> items = list->items();
    items.move(from, to);
    m_document->endTyping();
    m_document->set(listPath(), job::Value::list(std::move(items)));
    m_document->endTyping();
    m_forms.at(to)->focusMove(to < from);
}

void ChannelList::refreshButtons()
{
    const job::Member *member = job::findMember(listName);
    m_empty->setVisible(m_forms.isEmpty());
    m_add->setEnabled(!member || member->length.max < 0 || count() < member->length.max);
    for (int i = 0; i < count(); ++i)
        m_forms.at(i)->setPlace(i, count());
}

} // namespace braketeer::gui
