#include "gui/job/channelform.h"

#include "gui/kit/icons.h"
#include "ui_channelform.h"

using namespace Qt::StringLiterals;

namespace braketeer::gui {

ChannelForm::ChannelForm(int index, QWidget *parent) : QFrame(parent), m_ui(std::make_unique<Ui::ChannelForm>())
{
    m_ui->setupUi(this);
    setObjectName(u"channel%1"_s.arg(index));
    m_ui->up->setIcon(themeIcon(u"go-up"_s));
    m_ui->down->setIcon(themeIcon(u"go-down"_s));
    m_ui->remove->setIcon(themeIcon(u"edit-delete"_s));
    connect(m_ui->up, &QToolButton::clicked, this, &ChannelForm::upRequested);
    connect(m_ui->down, &QToolButton::clicked, this, &ChannelForm::downRequested);
    connect(m_ui->remove, &QToolButton::clicked, this, &ChannelForm::removeRequested);
}

ChannelForm::~ChannelForm() = default;

void ChannelForm::setPlace(int index, int count)
{
    m_ui->heading->setText(tr("Channel %1").arg(index + 1));
    setAccessibleName(m_ui->heading->text());
    m_ui->up->setEnabled(index > 0);
    m_ui->down->setEnabled(index + 1 < count);
}

void ChannelForm::focusFirst()
{
    m_ui->channelName->setFocus(Qt::OtherFocusReason);
}

void ChannelForm::focusMove(bool up)
{
    QToolButton *button = up ? m_ui->up : m_ui->down;
    QToolButton *other = up ? m_ui->down : m_ui->up;
    (button->isEnabled() ? button : other)->setFocus(Qt::OtherFocusReason);
}

} // namespace braketeer::gui
