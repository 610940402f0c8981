#pragma once

#include "job/findings.h"
#include "job/jobspec.h"
#include "job/rules/storagefacts.h"

#include <QHash>
#include <QObject>
#include <QUndoStack>

namespace braketeer::gui {

/// The one owner of the CreateJob document in a window.
///
/// Edits go up (set, setText, remove: each is an undo step), `changed(path)` comes down. Everything that shows the
/// document listens; nothing keeps a copy that it writes to. Lives in the window's thread.
///
/// `changed(path)` concerns exactly that member (and what hangs below it); `replaced()` concerns everything, and is
/// sent instead of `changed` when a whole document came or went: open, import, clone, and undo of those.
class JobDocument final : public QObject
{
    Q_OBJECT
public:
    explicit JobDocument(QObject *parent = nullptr);
    ~JobDocument() override;

    /// A snapshot: implicitly shared, so cheap to copy and safe to hand to a coroutine.
    const job::JobSpec &spec() const { return m_spec; }

    const job::Value *find(const job::Path &path) const { return m_spec.find(path); }

    QString text(const job::Path &path) const { return m_spec.text(path); }

    /// Sets one member. Successive calls for one path merge into one undo step until endTyping().
    void set(const job::Path &path, job::Value value);
    /// Text typed by a person: empty text removes the member, because an empty optional field is absent.
    void setText(const job::Path &path, const QString &text);
    void remove(const job::Path &path);
    /// Focus left the field: the next edit starts an undo step of its own.
    void endTyping();

    /// Puts another document in place of this one as one undo step, `what` names it ("Open bell.json").
    void replace(job::JobSpec spec, const QString &what);
    /// Starts afresh with `spec`: no undo history, not modified. For new windows and restored drafts.
    void reset(job::JobSpec spec, const QString &fileName = {});

    /// Puts the finding's fix into the document as an undo step; does nothing for a finding without one.
    void applyFix(const job::Finding &finding);

    /// All findings: the service model's in the order of the schema's top-level members, then the rules', then what was
    /// seen in S3. Up to date whenever a signal arrives. An edit checks again only the member it lies in and the rules.
    const job::Findings &findings() const { return m_findings; }

    /// Findings whose path is `path` or below it.
    job::Findings findingsFor(const job::Path &path) const;

    /// The region that the checks judge by; empty: what depends on it is not judged.
    void setRegion(const QString &region);

    /// What was seen in S3 the last time somebody looked. Places that are edited afterwards are not judged by it.
    void setStorageFacts(job::StorageFacts facts);

    QUndoStack *undoStack() { return &m_undoStack; }

    /// Absolute path of the file it was opened from or saved to; empty: none yet.
    QString fileName() const { return m_fileName; }

    void setFileName(const QString &fileName);

    /// Differs from what was last saved, opened or reset.
    bool isModified() const { return !m_undoStack.isClean(); }

    void markSaved();

Q_SIGNALS:
    void changed(const braketeer::job::Path &path);
    void replaced();
    void findingsChanged();
    void modifiedChanged(bool modified);
    void fileNameChanged(const QString &fileName);

private:
    friend class SpecCommand;

    void push(const job::Path &path, job::JobSpec next, const QString &what);
    void show(const job::JobSpec &spec, const job::Path &path); ///< the empty path: everything
    void checkAll();
    void checkMember(const job::Path &topLevel);
    void checkStorage();
    void collectFindings();

    job::JobSpec m_spec;
    QHash<QString, job::Findings> m_memberFindings; ///< of the service model, by top-level member
    job::StorageFacts m_storageFacts;
    job::Findings m_storageFindings;
    job::Findings m_findings;
    QUndoStack m_undoStack;
    QString m_fileName;
    QString m_region;
    int m_stretch = 0; ///< number of the current stretch of typing: edits of one stretch and path merge
};

/// Whether `inner` is `outer` or below it.
bool isWithin(const job::Path &inner, const job::Path &outer);

} // namespace braketeer::gui
