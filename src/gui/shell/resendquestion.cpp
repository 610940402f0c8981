#include "gui/shell/resendquestion.h"

#include <QCoreApplication>
#include <QCoroSignal>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ResendQuestion)
};

} // namespace

ResendQuestion::ResendQuestion(QWidget &window) : m_window(&window) { }

core::Task<flows::LostAnswer> ResendQuestion::confirmResend(flows::LostSubmission submission)
{
    if (!m_window)
        co_return flows::LostAnswer::Later;
    const QPointer<QMessageBox> box(new QMessageBox(
        QMessageBox::Question, Text::tr("Send again?"),
        Text::tr("The answer to “%1” was lost, and Braket does not list the job.").arg(submission.jobName),
        QMessageBox::NoButton, m_window));
    box->setObjectName(u"resendBox"_s);
    box->setInformativeText(
        Text::tr("It was first sent %1. Sent again with the same token it becomes one job, unless the "
                 "service has forgotten the token: then a second one could start.")
            .arg(QLocale().toString(submission.firstSentAt.toLocalTime(), QLocale::ShortFormat)));
    const QPushButton *const again = box->addButton(Text::tr("&Send again"), QMessageBox::AcceptRole);
    const QPushButton *const giveUp = box->addButton(Text::tr("&Give up"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(Text::tr("&Later"), QMessageBox::RejectRole));
    box->open();
    co_await qCoro(box.data(), &QDialog::finished);
    if (!box)
        co_return flows::LostAnswer::Later;
    const QAbstractButton *const clicked = box->clickedButton();
    box->deleteLater();
    if (clicked == again)
        co_return flows::LostAnswer::SendAgain;
    co_return clicked == giveUp ? flows::LostAnswer::GiveUp : flows::LostAnswer::Later;
}

} // namespace braketeer::gui
