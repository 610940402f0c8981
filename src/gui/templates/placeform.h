#pragma once

#include "exchange/template/jobtemplate.h"

#include <QHash>
#include <QList>
#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QFormLayout;
QT_END_NAMESPACE

namespace braketeer::gui {

class FieldNote;

/// A field for each place of a template: a line for a text, a spin box for a whole number, a combo box for a choice.
/// Below it its help or, after showFindings(), what is wrong with it.
///
/// The field of the place "shots" is called "place-shots" and has the place's label as its accessible name.
class PlaceForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceForm(QWidget *parent = nullptr);

    /// Makes the fields anew. A field starts with the value of its name in `known`, else with the default.
    void setPlaces(const QList<exchange::Place> &places, const QHash<QString, QString> &known);

    /// What stands in the fields, by name of the place. A default that was cleared is an empty text.
    QHash<QString, QString> values() const;

    /// Puts each finding below the field of its place (Finding::key).
    void showFindings(const job::Findings &findings);
    /// Puts the keyboard focus into the field of the first finding, or into the first field.
    void focus(const job::Findings &findings = {});

Q_SIGNALS:
    void edited();

private:
    struct Field
    {
        QString name;
        QWidget *editor;
        FieldNote *note;
        std::function<QString()> text;
    };

    Field makeField(const exchange::Place &place, const QString &text);
    void addRow(const exchange::Place &place, const Field &field);

    QFormLayout *m_layout;
    QList<Field> m_fields;
};

} // namespace braketeer::gui
