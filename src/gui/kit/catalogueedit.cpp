#include "gui/kit/catalogueedit.h"

#include "gui/kit/choicebox.h"
#include "gui/kit/linetext.h"
#include "gui/kit/measures.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int shortFieldCharacters = 20;
constexpr int leastDetailsCharacters = 20; ///< beside the field; with less room they go below it

} // namespace

CatalogueEdit::CatalogueEdit(QWidget *parent) : ValueEdit(parent), m_box(new ChoiceBox), m_details(new QLabel)
{
    auto *layout = new QBoxLayout(QBoxLayout::TopToBottom, this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    layout->addWidget(m_details, 1);
    m_box->setObjectName(u"box"_s);
    m_details->setObjectName(u"details"_s);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setMinimumWidth(1); // the longest word does not keep the field wide
    setFocusProxy(m_box);
    connect(m_box, &ChoiceBox::edited, this, [this] {
        showDetails();
        Q_EMIT edited();
    });
    connect(m_box, &ChoiceBox::committed, this, &ValueEdit::committed);
}

CatalogueEdit::~CatalogueEdit()
{
    // The box loses the focus while the base class ends, and says so, when nothing is here any more to hear it.
    disconnect(m_box, nullptr, this, nullptr);
}

void CatalogueEdit::setCatalogue(const QString &catalogue)
{
    m_catalogue = catalogue;
    loadChoices();
    arrange();
    m_box->setMinimumContentsLength(shortFieldCharacters);
    if (!m_table.detailsBeside)
        m_box->lineEdit()->setFont(codeFont(font()));
}

void CatalogueEdit::arrange()
{
    const int rest = width() - m_box->sizeHint().width();
    const bool beside = m_table.detailsBeside && rest >= fontMetrics().averageCharWidth() * leastDetailsCharacters;
    auto *box = static_cast<QBoxLayout *>(layout());
    box->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_box->setSizePolicy(beside ? QSizePolicy::Fixed : QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CatalogueEdit::setRegion(const QString &region)
{
    if (region == m_region)
        return;
    m_region = region;
    loadChoices();
    showDetails();
}

void CatalogueEdit::loadChoices()
{
    m_table = choicesOf(m_catalogue, m_region);
    m_box->setChoices(m_table);
}

void CatalogueEdit::showValue(const job::Value *value)
{
    showText(*m_box->lineEdit(), value);
    showDetails();
}

std::optional<job::Value> CatalogueEdit::value() const
{
    return textValue(m_box->currentText());
}

void CatalogueEdit::describe(const FieldText &text)
{
    m_help = text.help;
    m_box->lineEdit()->setPlaceholderText(text.placeholder);
    m_box->setAccessibleName(text.label);
    m_box->lineEdit()->setAccessibleName(text.label);
    showDetails();
}

void CatalogueEdit::showDetails()
{
    const QString value = m_box->currentText();
    const auto known = std::find_if(m_table.choices.cbegin(), m_table.choices.cend(),
                                    [&](const Choice &choice) { return choice.value == value; });
    const QString details = known == m_table.choices.cend() ? QString() : known->details;
    m_details->setText(details);
    // Beside the field the label takes up the rest of the line, with or without text.
    m_details->setVisible(m_table.detailsBeside || !details.isEmpty());
    const QString spoken = details.isEmpty() ? m_help : u"%1. %2"_s.arg(details, m_help);
    m_box->setAccessibleDescription(spoken);
    m_box->lineEdit()->setAccessibleDescription(spoken);
}

void CatalogueEdit::resizeEvent(QResizeEvent *event)
{
    ValueEdit::resizeEvent(event);
    arrange();
}

void CatalogueEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        loadChoices(); // rows that cannot be used are grey
    ValueEdit::changeEvent(event);
}

} // namespace braketeer::gui
