#pragma once

#include <QFrame>

#include <functional>
#include <memory>

namespace Ui {
class MessageBar;
} // namespace Ui

namespace braketeer::core {
struct Error;
} // namespace braketeer::core

namespace braketeer::gui {

/// A sentence at the top of the window that stays until it is read, and never stops anybody from typing.
///
/// One message at a time: a newer one takes the place of the older. Hidden when there is nothing to say.
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Information, Success, Warning, Problem };

    explicit MessageBar(QWidget *parent = nullptr);
    ~MessageBar() override;

    /// `action` is the word on a button that does `call`; no button where it is empty.
    void show(Tone tone, const QString &message, const QString &action = {}, std::function<void()> call = {});
    /// What happened, what to do, and a button that copies every detail of the error for a report.
    void showError(const core::Error &error);
    void dismiss();

    QString message() const;

private:
    void build();

    std::unique_ptr<Ui::MessageBar> m_ui; ///< null until there is something to say
    std::function<void()> m_call;
    QString m_details;
};

} // namespace braketeer::gui
