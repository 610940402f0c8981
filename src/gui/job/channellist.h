#pragma once

#include "job/path.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace braketeer::gui {

class ChannelForm;
class FormBinder;
class JobDocument;

/// The channels of inputDataConfig, a form each, in the order of the document: add, remove, move.
///
/// The forms are bound like every other; this widget only keeps their number equal to the list's.
class ChannelList final : public QWidget
{
    Q_OBJECT
public:
    explicit ChannelList(QWidget *parent = nullptr);

    /// To be called once, after the form was set up; both outlive this widget.
    void connectTo(JobDocument &document, FormBinder &binder);

    int count() const { return int(m_forms.size()); }

private:
    void sync();
    void addForm();
    void add();
    void remove(int index);
    void move(int from, int to);
    void refreshButtons();

    JobDocument *m_document = nullptr;
    FormBinder *m_binder = nullptr;
    QVBoxLayout *m_list;
    QLabel *m_empty;
    QPushButton *m_add;
    QList<ChannelForm *> m_forms;
};

} // namespace braketeer::gui
