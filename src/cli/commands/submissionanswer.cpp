#include "cli/commands/submissionanswer.h"

#include "exchange/json/readjson.h"

#include <QCoreApplication>

namespace braketeer::cli {
namespace {

using job::Value;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HistoryCommand)
};

Value textOrNull(const QString &text)
{
    return text.isEmpty() ? Value() : Value::text(text);
}

Value timeOrNull(const QDateTime &time)
{
    return time.isValid() ? Value::text(time.toUTC().toString(Qt::ISODateWithMs)) : Value();
}

Value documentOrNull(const QByteArray &json)
{
    if (json.isEmpty())
        return {};
    const auto document = exchange::readJson(json);
    return document ? *document : Value::text(QString::fromUtf8(json));
}

class TerminalInteraction final : public flows::Interaction
{
public:
    explicit TerminalInteraction(Console console) : m_console(std::move(console)) { }

    core::Task<flows::LostAnswer> confirmResend(flows::LostSubmission submission) override
    {
        m_console.err(
            Text::tr("The answer for “%1” was lost at %2, and the service does not list the job. Sent again with the "
                     "same token it may start a second job, if the service has forgotten the token.")
                .arg(submission.jobName, submission.firstSentAt.toString(Qt::ISODate)));
        const auto answer = m_console.readLine(
            Text::tr("Send it again (s), give it up (g), or decide later (any other)? "));
        if (!answer)
            co_return flows::LostAnswer::Later;
        const QString word = answer->trimmed().toLower();
        co_return word == u"s" ? flows::LostAnswer::SendAgain
        : word == u"g"         ? flows::LostAnswer::GiveUp
                               : flows::LostAnswer::Later;
    }

private:
    Console m_console;
};

} // namespace

Value submissionAnswer(const store::Submission &submission)
{
    auto answer = Value::map();
    answer.insert(QStringLiteral("id"), Value::number(submission.id));
    answer.insert(QStringLiteral("jobName"), textOrNull(submission.jobName));
    answer.insert(QStringLiteral("jobArn"), textOrNull(submission.jobArn));
    answer.insert(QStringLiteral("state"), Value::text(store::stateName(submission.state)));
    answer.insert(QStringLiteral("status"), textOrNull(submission.status));
    answer.insert(QStringLiteral("device"), textOrNull(submission.device));
    answer.insert(QStringLiteral("region"), textOrNull(submission.region));
    answer.insert(QStringLiteral("account"), textOrNull(submission.account));
    answer.insert(QStringLiteral("createdAt"), timeOrNull(submission.createdAt));
    answer.insert(QStringLiteral("endedAt"), timeOrNull(submission.endedAt));
    answer.insert(QStringLiteral("clientToken"), textOrNull(submission.clientToken));
    answer.insert(QStringLiteral("error"), textOrNull(submission.errorMessage));
    answer.insert(QStringLiteral("note"), textOrNull(submission.note));
    return answer;
}

Value wholeSubmissionAnswer(const store::Submission &submission)
{
    auto answer = submissionAnswer(submission);
    answer.insert(QStringLiteral("endpoint"), textOrNull(submission.endpoint));
    answer.insert(QStringLiteral("profile"), textOrNull(submission.profile));
    answer.insert(QStringLiteral("identity"), textOrNull(submission.identity));
    answer.insert(QStringLiteral("attempts"), Value::number(submission.attempts));
    answer.insert(QStringLiteral("firstSentAt"), timeOrNull(submission.firstSentAt));
    answer.insert(QStringLiteral("errorCode"), textOrNull(submission.errorCode));
    answer.insert(QStringLiteral("requestId"), textOrNull(submission.requestId));
    answer.insert(QStringLiteral("failureReason"), textOrNull(submission.failureReason));
    answer.insert(QStringLiteral("request"), documentOrNull(submission.request));
    answer.insert(QStringLiteral("job"), documentOrNull(submission.job));
    return answer;
}

Value settledAnswer(const flows::Settled &settled)
{
    auto answer = Value::map();
    answer.insert(QStringLiteral("id"), Value::number(settled.id));
    answer.insert(QStringLiteral("jobName"), textOrNull(settled.jobName));
    answer.insert(QStringLiteral("clientToken"), textOrNull(settled.clientToken));
    answer.insert(QStringLiteral("region"), textOrNull(settled.region));
    answer.insert(QStringLiteral("outcome"), Value::text(flows::outcomeName(settled.outcome)));
    answer.insert(QStringLiteral("jobArn"), textOrNull(settled.jobArn));
    answer.insert(QStringLiteral("message"), textOrNull(settled.error.message));
    return answer;
}

std::shared_ptr<flows::Interaction> terminalInteraction(const Invocation &call)
{
    if (!call.context.console.inputIsTerminal)
        return std::make_shared<flows::NoInteraction>();
    return std::make_shared<TerminalInteraction>(call.context.console);
}

} // namespace braketeer::cli
