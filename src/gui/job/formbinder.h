#pragma once

#include "job/path.h"

#include <QHash>
#include <QObject>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace braketeer::gui {

class FindingLabel;
class JobDocument;
struct EditorAdapter;

/// Joins the widgets of a form to the members of the document, both ways.
///
/// A widget is bound when its dynamic property `member` holds a schema path ("instanceConfig.volumeSizeInGb"). Below an
/// item of a list `prefix` names the item: a widget with member "inputDataConfig[].channelName" bound with prefix
/// "inputDataConfig[2]" edits "inputDataConfig[2].channelName".
///
/// From the schema the widget gets its tool tip (label, API name, help), placeholder, accessible name and description,
/// and its label a buddy. Findings of the member appear in a FindingLabel below the widget: when the field is left, and
/// at once where they vanish.
class FormBinder final : public QObject
{
    Q_OBJECT
public:
    explicit FormBinder(JobDocument &document, QObject *parent = nullptr);
    ~FormBinder() override;

    /// Binds every widget below `form` that has a `member` and is not bound yet. Answers the paths that were bound.
    QList<job::Path> bind(QWidget &form, const job::Path &prefix = {});

    /// The widget that edits `path` or the nearest member above it; null where none does.
    QWidget *widgetFor(const job::Path &path) const;

    /// Shows the findings of fields that were never left too: after "Check" or "Create job".
    void showAllFindings();

private:
    struct Binding;

    void join(QWidget &widget, const job::Path &path, const EditorAdapter &adapter);
    void pull(Binding &binding);
    void refreshFindings(bool reveal);
    bool eventFilter(QObject *watched, QEvent *event) override;

    JobDocument &m_document;
    std::vector<std::unique_ptr<Binding>> m_bindings;
    bool m_revealed = false;
};

} // namespace braketeer::gui
