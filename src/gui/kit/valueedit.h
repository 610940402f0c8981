#pragma once

#include "job/findings.h"
#include "job/value.h"

#include <QWidget>

#include <optional>

namespace braketeer::gui {

/// What an editor shows of its member: all of it comes from the schema.
struct FieldText
{
    QString label;       ///< "Storage"
    QString apiName;     ///< "instanceConfig.volumeSizeInGb"
    QString help;        ///< one or two sentences
    QString placeholder; ///< what an empty field shows: the service's default or an example
};

/// An editor made of several widgets that edits one member as one value.
///
/// It knows nothing of the document: the binder shows it what the document holds and asks for the value after `edited`.
/// Whatever it is shown it keeps until a person edits it, also a value of the wrong kind.
class ValueEdit : public QWidget
{
    Q_OBJECT
public:
    explicit ValueEdit(QWidget *parent = nullptr);

    /// Null: the member is absent.
    virtual void showValue(const job::Value *value) = 0;
    /// Nothing: the member is to be absent.
    virtual std::optional<job::Value> value() const = 0;
    virtual void describe(const FieldText &text) = 0;
    /// Findings of this member and of what hangs below it, for editors that mark single rows.
    virtual void markFindings(const job::Findings &findings);
    /// The region the job goes to, for editors that offer what there is in it.
    virtual void setRegion(const QString &region);
    /// Puts the focus where `path`, this member or something below it, is edited.
    virtual void focusOn(const job::Path &path);

Q_SIGNALS:
    void edited();    ///< a person changed the value, perhaps by one letter
    void committed(); ///< what was edited is complete: the next change is another step
};

} // namespace braketeer::gui
