#pragma once

#include "core/result.h"

#include <QObject>
#include <QStringList>

#include <functional>

class QFileDialog;
class QWidget;

namespace braketeer::store {
class Settings;
} // namespace braketeer::store

namespace braketeer::gui {

class JobDocument;

/// Job documents in files: open, save, what was used lately. Trouble is a sentence with line and column, never a box.
class DocumentFiles final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs open over `window`.
    DocumentFiles(JobDocument &document, store::Settings &settings, QWidget &window);

    /// Asks for a file and opens it.
    void askAndOpen();
    /// By its name: .json, .yaml, .yml.
    static bool takes(const QString &fileName);
    /// Puts the file's document in place of the current one, as one undo step.
    bool open(const QString &fileName);
    /// Saves to the document's file; asks for a name where it has none. `done` is called once it is saved.
    void save(std::function<void()> done = {});
    void askAndSave(std::function<void()> done = {});
    /// The ending decides about the form: .yaml and .yml are YAML, all others JSON.
    bool saveTo(const QString &fileName);

    /// Files opened or saved lately, the latest first.
    QStringList recentFiles() const;

Q_SIGNALS:
    void failed(const QString &sentence);
    void opened(const QString &fileName);
    void saved(const QString &fileName);

private:
    QFileDialog *dialog(const QString &title) const;
    void remember(const QString &fileName);

    JobDocument &m_document;
    store::Settings &m_settings;
    QWidget &m_window;
};

} // namespace braketeer::gui
