#include "gui/kit/tokenedit.h"

#include "gui/kit/codeedit.h"
#include "gui/kit/latericon.h"
#include "gui/kit/linetext.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

TokenEdit::TokenEdit(QWidget *parent)
    : ValueEdit(parent), m_line(new CodeEdit), m_renew(new QPushButton(tr("Ne&w token")))
{
    setIconAfterFirstPaint(*m_renew, u"view-refresh"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_line);
    layout->addWidget(m_renew);
    m_line->setObjectName(u"line"_s);
    m_renew->setObjectName(u"renew"_s);
    m_renew->setToolTip(tr("Put in a new random token."));
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &ValueEdit::edited);
    connect(m_renew, &QPushButton::clicked, this, [this] {
        m_line->setText(QUuid::createUuid().toString(QUuid::WithoutBraces));
        Q_EMIT edited();
        Q_EMIT committed();
    });
}

void TokenEdit::showValue(const job::Value *value)
{
    showText(*m_line, value);
}

std::optional<job::Value> TokenEdit::value() const
{
    return textValue(m_line->text());
}

void TokenEdit::describe(const FieldText &text)
{
    m_line->setPlaceholderText(text.placeholder);
    m_line->setAccessibleName(text.label);
    m_line->setAccessibleDescription(text.help);
}

} // namespace braketeer::gui
