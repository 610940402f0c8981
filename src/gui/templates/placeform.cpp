#include "gui/templates/placeform.h"

#include "gui/job/fieldcolumn.h"
#include "gui/kit/fieldnote.h"
#include "gui/kit/integerspin.h"
#include "gui/kit/measures.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <limits>

namespace braketeer::gui {

using namespace Qt::StringLiterals;
using exchange::Place;
using exchange::PlaceType;

namespace {

constexpr int widestNumber = 12;

} // namespace

PlaceForm::PlaceForm(QWidget *parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    QMargins margins = m_layout->contentsMargins();
    margins.setLeft(0); // in line with the heading above
    m_layout->setContentsMargins(margins);
    m_layout->setVerticalSpacing(fieldSpacing(*this));
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void PlaceForm::setPlaces(const QList<Place> &places, const QHash<QString, QString> &known)
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_fields.clear();
    for (const Place &place : places) {
        m_fields.append(makeField(place, known.value(place.name, place.defaultText)));
        addRow(place, m_fields.constLast());
    }
}

PlaceForm::Field PlaceForm::makeField(const Place &place, const QString &text)
{
    auto *note = new FieldNote;
    if (place.type == PlaceType::Integer) {
        auto *spin = new IntegerSpin;
        spin->setRange(place.minimum.value_or(0), place.maximum.value_or(-1));
        spin->setDigits(widestNumber);
        spin->setText(text);
        connect(spin, &IntegerSpin::edited, this, &PlaceForm::edited);
        return {place.name, spin, note, [spin] { return spin->text().trimmed(); }};
    }
    if (place.type == PlaceType::Choice) {
        auto *box = new QComboBox;
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->addItems(place.choices);
        box->setCurrentIndex(qMax(0, int(place.choices.indexOf(text))));
        connect(box, &QComboBox::currentTextChanged, this, &PlaceForm::edited);
        return {place.name, box, note, [box] { return box->currentText(); }};
    }
    auto *line = new QLineEdit(text);
    line->setPlaceholderText(place.example);
    connect(line, &QLineEdit::textEdited, this, &PlaceForm::edited);
    return {place.name, line, note, [line] { return line->text(); }};
}

void PlaceForm::addRow(const Place &place, const Field &field)
{
    field.editor->setObjectName(u"place-"_s + place.name);
    field.editor->setAccessibleName(place.label);
    field.editor->setAccessibleDescription(place.help);
    auto *label = new QLabel(place.label);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field.editor);
    auto *column = new FieldColumn(label, this);
    column->adopt(*field.editor, *field.note);
    m_layout->addRow(label, column);
    field.note->setHelp(place.help); // shows it: as a window of its own, had it no parent yet
}

QHash<QString, QString> PlaceForm::values() const
{
    QHash<QString, QString> values;
    for (const Field &field : m_fields)
        values.insert(field.name, field.text());
    return values;
}

void PlaceForm::showFindings(const job::Findings &findings)
{
    for (const Field &field : std::as_const(m_fields)) {
        job::Findings own;
        std::ranges::copy_if(findings, std::back_inserter(own),
                             [&field](const job::Finding &finding) { return finding.key == field.name; });
        field.note->setFindings(own);
    }
}

void PlaceForm::focus(const job::Findings &findings)
{
    for (const Field &field : std::as_const(m_fields)) {
        const bool wrong = std::ranges::any_of(
            findings, [&field](const job::Finding &finding) { return finding.key == field.name; });
        if (findings.isEmpty() || wrong) {
            field.editor->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace braketeer::gui
