#include "gui/job/formbinder.h"

#include "gui/job/fieldtext.h"
#include "gui/job/jobdocument.h"
#include "gui/job/noteplace.h"
#include "gui/kit/editoradapter.h"
#include "gui/kit/fieldnote.h"
#include "job/schema/schema.h"

#include <QApplication>
#include <QHash>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

struct FormBinder::Binding
{
    QWidget *widget;
    job::Path path;
    const job::Member *member;
    const EditorAdapter *adapter = nullptr; ///< null: attached only
    FieldNote *note;
    bool visited = false; ///< the field was left, or filled by a file: it may be judged
};

namespace {

/// "inputDataConfig[].channelName" below "inputDataConfig[2]" is "inputDataConfig[2].channelName".
job::Path pathBelow(const job::Path &prefix, const QString &member)
{
    if (prefix.isEmpty())
        return job::Path::parse(member);
    job::Path path = prefix;
    const QString rest = member.sliced(prefix.schemaPath().size() + 1);
    const job::Path inner = job::Path::parse(rest);
    for (const job::Step &step : inner.steps())
        path = step.index < 0 ? path.child(step.name) : path.item(step.index);
    return path;
}

bool isSameFault(const job::Finding &left, const job::Finding &right)
{
    return left.id == right.id && left.constraint == right.constraint && left.path == right.path
           && left.key == right.key;
}

/// Those of `now` that were shown `before`: while somebody types, findings may go but not come.
job::Findings stillThere(const job::Findings &now, const job::Findings &before)
{
    job::Findings rest;
    std::copy_if(now.cbegin(), now.cend(), std::back_inserter(rest), [&](const job::Finding &finding) {
        return std::any_of(before.cbegin(), before.cend(),
                           [&](const job::Finding &shown) { return isSameFault(shown, finding); });
    });
    return rest;
}

} // namespace

FormBinder::FormBinder(JobDocument &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &JobDocument::changed, this, [this](const job::Path &changed) {
        for (const auto &binding : m_bindings) {
            if (isWithin(binding->path, changed) || isWithin(changed, binding->path))
                pull(*binding);
        }
    });
    connect(&document, &JobDocument::replaced, this, &FormBinder::pullAll);
    connect(&document, &JobDocument::findingsChanged, this, &FormBinder::refreshFindings);
    connect(qApp, &QApplication::focusChanged, this, &FormBinder::focusMoved);
}

FormBinder::~FormBinder() = default;

QList<job::Path> FormBinder::bind(QWidget &form, const job::Path &prefix)
{
    QList<job::Path> bound;
    for (QWidget *widget : form.findChildren<QWidget *>()) {
        const QString member = widget->property("member").toString();
        const EditorAdapter *adapter = member.isEmpty() || isBound(*widget) ? nullptr : adapterFor(*widget);
        if (!adapter)
            continue;
        Binding &binding = add(*widget, pathBelow(prefix, member));
        binding.adapter = adapter;
        describe(binding);
        pull(binding);
        binding.visited = m_document.find(binding.path) != nullptr;
        adapter->watch(*widget, *this, [this, widget] {
            if (Binding *edited = bindingAround(widget))
                push(*edited);
        });
        bound.append(binding.path);
    }
    refreshFindings();
    return bound;
}

void FormBinder::attach(QWidget &widget, const job::Path &path)
{
    describe(add(widget, path));
    refreshFindings();
}

FormBinder::Binding &FormBinder::add(QWidget &widget, const job::Path &path)
{
    m_bindings.push_back(std::make_unique<Binding>(
        Binding{&widget, path, job::findMember(path.schemaPath()), nullptr, placeNote(widget)}));
    connect(m_bindings.back()->note, &FieldNote::fixClicked, this, [this, &widget](const job::Finding &finding) {
        m_document.applyFix(finding);
        widget.setFocus(Qt::OtherFocusReason); // the button that had it is gone
    });
    connect(&widget, &QObject::destroyed, this, [this](QObject *gone) {
        std::erase_if(m_bindings, [gone](const auto &binding) { return binding->widget == gone; });
    });
    if (auto *editor = qobject_cast<ValueEdit *>(&widget))
        connect(editor, &ValueEdit::committed, this, [this, editor] {
            if (Binding *binding = bindingAround(editor))
                leave(*binding);
        });
    for (QLineEdit *line : widget.findChildren<QLineEdit *>())
        line->installEventFilter(this);
    widget.installEventFilter(this);
    return *m_bindings.back();
}

void FormBinder::describe(Binding &binding)
{
    if (!binding.member)
        return;
    const FieldText text = fieldText(*binding.member, binding.path);
    binding.widget->setToolTip(toolTip(text));
    binding.note->setHelp(text.help);
    if (binding.adapter)
        binding.adapter->describe(*binding.widget, text);
}

void FormBinder::pull(Binding &binding)
{
    if (!binding.adapter)
        return;
    const job::Value *value = m_document.find(binding.path);
    const std::optional<job::Value> shown = binding.adapter->read(*binding.widget, binding.member ? binding.member->type
                                                                                                  : job::Type::Text);
    // What is shown already stays untouched: the cursor in a line, an unfinished row in a table.
    if (value ? shown != *value : shown.has_value())
        binding.adapter->show(*binding.widget, value);
}

void FormBinder::push(Binding &binding)
{
    const std::optional<job::Value> value = binding.adapter->read(*binding.widget, binding.member ? binding.member->type
                                                                                                  : job::Type::Text);
    if (value)
        m_document.set(binding.path, *value);
    else
        m_document.remove(binding.path);
}

void FormBinder::pullAll()
{
    m_revealed = false;
    for (const auto &binding : m_bindings) {
        pull(*binding);
        // What a file brought may be judged at once; what nobody has filled in yet may not.
        binding->visited = m_document.find(binding->path) != nullptr;
    }
}

void FormBinder::leave(Binding &binding)
{
    binding.visited = true;
    m_document.endTyping();
    refreshFindings();
}

void FormBinder::focusMoved(QWidget *from, QWidget *to)
{
    // Without a receiver the whole window lost the focus: whoever comes back goes on typing.
    Binding *left = to ? bindingAround(from) : nullptr;
    if (left && left != bindingAround(to))
        leave(*left);
}

bool FormBinder::isBound(const QWidget &widget) const
{
    return std::any_of(m_bindings.cbegin(), m_bindings.cend(),
                       [&](const auto &binding) { return binding->widget == &widget; });
}

FormBinder::Binding *FormBinder::bindingAround(const QWidget *widget) const
{
    // By parents, not isAncestorOf(): a pop-up is a window of its own and still belongs to its field.
    for (; widget; widget = widget->parentWidget()) {
        for (const auto &binding : m_bindings) {
            if (binding->widget == widget)
                return binding.get();
        }
    }
    return nullptr;
}

FormBinder::Binding *FormBinder::bindingAt(const job::Path &path) const
{
    Binding *nearest = nullptr;
    for (const auto &binding : m_bindings) {
        if (isWithin(path, binding->path) && (!nearest || binding->path.steps().size() > nearest->path.steps().size()))
            nearest = binding.get();
    }
    return nearest;
}

FormBinder::Binding *FormBinder::bindingFor(const job::Path &path) const
{
    Binding *nearest = bindingAt(path);
    if (nearest || path.isEmpty())
        return nearest;
    // A missing structure is mended in the first field of it.
    const auto inside = std::find_if(m_bindings.cbegin(), m_bindings.cend(),
                                     [&](const auto &binding) { return isWithin(binding->path, path); });
    return inside == m_bindings.cend() ? nullptr : inside->get();
}

void FormBinder::spread(const job::Finding &finding, QHash<const Binding *, job::Findings> &found) const
{
    if (finding.constraint != "required"_L1) {
        if (const Binding *binding = bindingFor(finding.path))
            found[binding].append(finding);
        return;
    }
    // Nobody fills in a structure: what is missing is each field that it must have.
    for (const auto &binding : m_bindings) {
        if (!isWithin(binding->path, finding.path) || !binding->member || !isAlwaysRequired(*binding->member))
            continue;
        job::Finding missing = finding;
        missing.path = binding->path;
        missing.message = tr("%1 is missing, and is required.").arg(job::label(*binding->member));
        found[binding.get()].append(missing);
    }
}

QWidget *FormBinder::widgetFor(const job::Path &path) const
{
    const Binding *binding = bindingFor(path);
    return binding ? binding->widget : nullptr;
}

bool FormBinder::focusOn(const job::Path &path)
{
    const Binding *binding = bindingFor(path);
    if (!binding)
        return false;
    if (auto *editor = qobject_cast<ValueEdit *>(binding->widget))
        editor->focusOn(path);
    else
        binding->widget->setFocus(Qt::OtherFocusReason);
    return true;
}

void FormBinder::showAllFindings()
{
    m_revealed = true;
    refreshFindings();
}

void FormBinder::refreshFindings()
{
    QHash<const Binding *, job::Findings> found;
    for (const job::Finding &finding : m_document.findings()) {
        if (const Binding *binding = bindingAt(finding.path))
            found[binding].append(finding);
        else
            spread(finding, found);
    }
    const Binding *typing = bindingAround(QApplication::focusWidget());
    for (const auto &binding : m_bindings) {
        const job::Findings now = found.value(binding.get());
        const bool judge = m_revealed || (binding->visited && binding.get() != typing);
        binding->note->setFindings(judge ? now : stillThere(now, binding->note->findings()));
        if (auto *editor = qobject_cast<ValueEdit *>(binding->widget))
            editor->markFindings(now);
    }
}

bool FormBinder::eventFilter(QObject *watched, QEvent *event)
{
    // A line's own undo would fight with the document's: Ctrl+Z belongs to the document.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool undo = key->matches(QKeySequence::Undo);
        if (!undo && !key->matches(QKeySequence::Redo))
            return false;
        if (event->type() == QEvent::KeyPress)
            undo ? m_document.undoStack()->undo() : m_document.undoStack()->redo();
        event->setAccepted(event->type() == QEvent::KeyPress);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace braketeer::gui
