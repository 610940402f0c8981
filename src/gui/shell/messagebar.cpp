#include "gui/shell/messagebar.h"

#include "core/error.h"
#include "gui/kit/icons.h"
#include "ui_messagebar.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

QIcon toneIcon(MessageBar::Tone tone)
{
    switch (tone) {
    case MessageBar::Tone::Information:
        return severityIcon(job::Severity::Info);
    case MessageBar::Tone::Success:
        return okIcon();
    case MessageBar::Tone::Warning:
        return severityIcon(job::Severity::Warning);
    case MessageBar::Tone::Problem:
        return severityIcon(job::Severity::Error);
    }
    return {};
}

/// Everything that helps somebody else to find the cause. An Error holds no secret by contract.
QString detailsOf(const core::Error &error)
{
    QStringList lines{error.message};
    const auto add = [&lines](const char *what, const QString &value) {
        if (!value.isEmpty())
            lines.append(u"%1: %2"_s.arg(QLatin1StringView(what), value));
    };
    add("code", error.serviceCode);
    add("HTTP status", error.httpStatus ? QString::number(error.httpStatus) : QString());
    add("request id", error.requestId);
    add("host", error.host);
    add("identity", error.identity);
    add("member", error.member);
    add("suggestion", error.suggestion);
    return lines.join(u'\n');
}

} // namespace

MessageBar::MessageBar(QWidget *parent) : QFrame(parent)
{
    setObjectName(u"MessageBar"_s);
    hide();
}

/// With the first message: most windows never have one to show before they are painted.
void MessageBar::build()
{
    m_ui = std::make_unique<Ui::MessageBar>();
    m_ui->setupUi(this);
    setBackgroundRole(QPalette::Base); // stands out from the window in light and dark
    m_ui->closeButton->setIcon(themeIcon(u"window-close"_s));
    connect(m_ui->closeButton, &QAbstractButton::clicked, this, &MessageBar::dismiss);
    connect(m_ui->actionButton, &QAbstractButton::clicked, this, [this] {
        const std::function<void()> call = m_call;
        dismiss();
        if (call)
            call();
    });
    connect(m_ui->copyButton, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details); });
}

MessageBar::~MessageBar() = default;

void MessageBar::show(Tone tone, const QString &message, const QString &action, std::function<void()> call)
{
    if (!m_ui)
        build();
    const int side = fontMetrics().height() * 5 / 4;
    m_ui->iconLabel->setPixmap(toneIcon(tone).pixmap(QSize(side, side), devicePixelRatioF()));
    m_ui->textLabel->setText(message);
    m_ui->actionButton->setText(action);
    m_ui->actionButton->setVisible(!action.isEmpty());
    m_ui->copyButton->hide();
    m_call = std::move(call);
    setVisible(true);
    QAccessibleEvent event(m_ui->textLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::showError(const core::Error &error)
{
    show(Tone::Problem, error.text());
    m_details = detailsOf(error);
    m_ui->copyButton->show();
}

void MessageBar::dismiss()
{
    m_call = {};
    hide();
}

QString MessageBar::message() const
{
    return isHidden() ? QString() : m_ui->textLabel->text();
}

} // namespace braketeer::gui
