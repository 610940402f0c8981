#pragma once

#include "core/error.h"
#include "flows/storage/terms.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
class QToolButton;
QT_END_NAMESPACE

namespace braketeer::gui {

class PlaceMemory;
class StorageNavigator;

/// On which terms the bucket shown is asked: a button that says so, with a menu to change it. What is chosen holds for
/// all that the session does with the bucket, and is remembered.
class TermsChooser final : public QObject
{
    Q_OBJECT
public:
    /// All outlive the chooser. The button gets text, icon and menu.
    TermsChooser(StorageNavigator &navigator, PlaceMemory &memory, QToolButton &button);

    /// Asks the bucket shown on these terms, after a question where they cost money, and lists the place anew.
    void choose(flows::BucketTerms terms);
    /// Of the bucket shown.
    flows::BucketTerms terms() const;

private:
    QAction *addChoice(const char *name, const QString &text, const QString &tip, flows::BucketTerms terms);
    void show();
    void confirmPaying();
    void take(const QString &bucket, flows::BucketTerms terms);

    StorageNavigator &m_navigator;
    PlaceMemory &m_memory;
    QToolButton &m_button;
    QMenu *m_menu;
    QAction *m_requesterPays;
    QAction *m_unsigned;
};

/// Whether other terms may open what was refused on those of `now`.
bool mayHelp(flows::BucketTerms other, const core::Error &refusal, flows::BucketTerms now);

} // namespace braketeer::gui
