#include "cli/help.h"

#include "cli/commands/s3/s3.h"
#include "cli/commandtable.h"
#include "job/schema/schema.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

namespace braketeer::cli {
namespace {

constexpr int column = 26;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

/// Words of `text` in lines that begin at `column` and end before 100.
QString wrapped(const QString &head, const QString &text)
{
    QString line = QStringLiteral("  ") + head.leftJustified(column - 2);
    QString all;
    if (line.size() > column) {
        all = line + u'\n';
        line = QString(column, u' ');
    }
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (line.size() + word.size() > 99 && line.size() > column) {
            all += line + u'\n';
            line = QString(column, u' ');
        }
        line += line.size() > column ? u' ' + word : word;
    }
    return all + line + u'\n';
}

QString globalHelp()
{
    QString text = u'\n' + Text::tr("Options that every command takes:") + u'\n';
    for (const GlobalOption &option : globalOptions()) {
        if (!option.help)
            continue;
        QString head = QString::fromLatin1(option.name);
        if (option.value)
            head += u' ' + QString::fromLatin1(option.value);
        text += wrapped(head, QCoreApplication::translate("GlobalOptions", option.help));
    }
    return text;
}

QString createJobOptions()
{
    QString text = u'\n' + Text::tr("Members of the job, in shorthand or JSON, or file://FILE to read them:") + u'\n';
    for (const job::Member *member : job::inModelOrder({})) {
        QString help = job::help(*member);
        if (member->required)
            help = Text::tr("(required)") + u' ' + help;
        text += wrapped(QString::fromLatin1(member->option), help);
        text += wrapped({}, Text::tr("For example: %1").arg(QString::fromUtf8(member->example)));
    }
    return text;
}

QString s3Help(const QString &only)
{
    const auto commands = s3Commands();
    const bool known = std::ranges::any_of(
        commands, [&only](const S3Command &command) { return only == QLatin1StringView(command.name); });
    QString text;
    for (const S3Command &command : commands) {
        if (known && only != QLatin1StringView(command.name))
            continue;
        text +=
            QStringLiteral("\ns3 %1 %2\n").arg(QLatin1StringView(command.name), QLatin1StringView(command.arguments));
        text += wrapped({}, QCoreApplication::translate("S3Command", command.summary));
        const QList<S3Option> options = s3Options(command.verb);
        for (const S3Option &option : options) {
            QString head = QString::fromLatin1(option.name);
            if (option.value)
                head += u' ' + QString::fromLatin1(option.value);
            text += wrapped(head, QCoreApplication::translate("S3Command", option.help));
        }
    }
    return text;
}

} // namespace

QByteArray overview()
{
    QString text = Text::tr("braketeer-cli launches Amazon Braket hybrid jobs, and keeps a record of them.")
                   + QStringLiteral("\n\n") + Text::tr("Usage: braketeer-cli [OPTION…] COMMAND [ARGUMENT…]")
                   + QStringLiteral("\n\n") + Text::tr("Commands:") + u'\n';
    for (const Command &command : commands())
        text += wrapped(QString::fromLatin1(command.name), QCoreApplication::translate("Commands", command.summary));
    text += globalHelp();
    text += u'\n' + Text::tr("braketeer-cli COMMAND --help says more about one command.") + u'\n';
    return text.toUtf8();
}

QByteArray commandHelp(const Command &command, const QStringList &arguments)
{
    QString text =
        Text::tr("Usage: braketeer-cli %1 %2").arg(QLatin1StringView(command.name), QString::fromUtf8(command.usage))
        + QStringLiteral("\n\n") + QCoreApplication::translate("Commands", command.summary) + u'\n';
    if (QLatin1StringView(command.name) == QLatin1StringView("create-job"))
        text += createJobOptions();
    if (QLatin1StringView(command.name) == QLatin1StringView("s3"))
        text += s3Help(arguments.value(0));
    return (text + globalHelp()).toUtf8();
}

} // namespace braketeer::cli
