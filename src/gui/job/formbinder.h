#pragma once

#include "job/findings.h"
#include "job/path.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace braketeer::gui {

class JobDocument;

/// Joins the widgets of a form to the members of the document, both ways.
///
/// A widget is bound when its dynamic property `member` holds a schema path ("instanceConfig.volumeSizeInGb"). Below an
/// item of a list `prefix` names the item: a widget with member "inputDataConfig[].channelName" bound with prefix
/// "inputDataConfig[2]" edits "inputDataConfig[2].channelName".
///
/// From the schema the widget gets its tool tip (label, API name, help), placeholder, accessible name and description,
/// and its label a buddy. Help and findings of the member stand in a FieldNote below the widget: a finding comes when
/// the field is left and goes at once when it is mended.
class FormBinder final : public QObject
{
    Q_OBJECT
public:
    explicit FormBinder(JobDocument &document, QObject *parent = nullptr);
    ~FormBinder() override;

    /// Binds every widget below `form` that has a `member` and is not bound yet. Answers the paths that were bound.
    QList<job::Path> bind(QWidget &form, const job::Path &prefix = {});

    /// Only shows the findings of `path` below the widget; the widget looks after its value itself.
    void attach(QWidget &widget, const job::Path &path);

    /// The widget that edits `path` or the nearest member above it; null where none does.
    QWidget *widgetFor(const job::Path &path) const;
    /// Puts the focus there, in a table on the row. False: nothing here edits it.
    bool focusOn(const job::Path &path);

    /// Shows the findings of fields that were never left too: after "Check" or "Create job".
    void showAllFindings();

private:
    struct Binding;

    Binding &add(QWidget &widget, const job::Path &path);
    void describe(Binding &binding);
    void pull(Binding &binding);
    void push(Binding &binding);
    void pullAll();
    void leave(Binding &binding);
    void focusMoved(QWidget *from, QWidget *to);
    bool isBound(const QWidget &widget) const;
    Binding *bindingAround(const QWidget *widget) const;
    Binding *bindingAt(const job::Path &path) const;
    Binding *bindingFor(const job::Path &path) const;
    void spread(const job::Finding &finding, QHash<const Binding *, job::Findings> &found) const;
    void refreshFindings();
    bool eventFilter(QObject *watched, QEvent *event) override;

    JobDocument &m_document;
    std::vector<std::unique_ptr<Binding>> m_bindings;
    bool m_revealed = false;
};

} // namespace braketeer::gui
