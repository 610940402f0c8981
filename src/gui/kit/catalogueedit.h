#pragma once

#include "gui/kit/choices.h"
#include "gui/kit/valueedit.h"

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace braketeer::gui {

class ChoiceBox;

/// A member whose usual values are in a catalogue: instance types, devices, container images. Anything else can be
/// typed. What is known of the value stands beside or below the field.
class CatalogueEdit final : public ValueEdit
{
    Q_OBJECT
    /// "instances", "devices" or "images": see choicesOf().
    Q_PROPERTY(QString catalogue READ catalogue WRITE setCatalogue)

public:
    explicit CatalogueEdit(QWidget *parent = nullptr);
    ~CatalogueEdit() override;
    Q_DISABLE_COPY_MOVE(CatalogueEdit)

    QString catalogue() const { return m_catalogue; }

    void setCatalogue(const QString &catalogue);

    void showValue(const job::Value *value) override;
    std::optional<job::Value> value() const override;
    void describe(const FieldText &text) override;
    void setRegion(const QString &region) override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What is known of the value beside the field where that has room, else below.
    void arrange();
    void loadChoices();
    void showDetails();

    ChoiceBox *m_box;
    QLabel *m_details;
    QString m_catalogue;
    QString m_region;
    QString m_help;
    ChoiceTable m_table;
};

} // namespace braketeer::gui
