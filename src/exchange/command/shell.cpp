#include "exchange/command/shell.h"

#include "exchange/command/parameter.h"
#include "exchange/json/writejson.h"

#include <QUrl>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

constexpr auto indent = "  "_L1;

QString optionText(const Shell &shell, const QString &option, const Parameter &parameter)
{
    if (parameter.joined)
        return shell.quote(option + u'=' + parameter.arguments.constFirst());
    QString text = option;
    const bool several = parameter.arguments.size() > 1;
    for (const QString &argument : parameter.arguments) {
        text += several ? shell.continuation + indent + indent : " "_L1;
        text += shell.quote(argument);
    }
    return text;
}

QString contextOption(const Shell &shell, const QString &option, const QString &value)
{
    return optionText(shell, option, {{value}, value.startsWith(u'-')});
}

/// An address without the user name and password that it may hold.
QString withoutSecrets(const QString &url)
{
    const QUrl parsed(url);
    return parsed.userInfo().isEmpty() ? url : parsed.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
}

} // namespace

ExportPart shellPart(const Shell &shell, const QString &key, const Value &value, const Value &shown)
{
    const job::Member *member = findTopLevelMember(key);
    const auto parameter = member ? writeParameter(*member, value, shown) : std::nullopt;
    if (parameter)
        return {optionText(shell, QString::fromLatin1(member->option), *parameter), false};
    return {jsonString(key, JsonForm::Compact) + u':' + jsonText(shown, JsonForm::Compact), true};
}

QString shellCommand(const Shell &shell, const QList<ExportPart> &parts, const CommandContext &context)
{
    QStringList lines{u"aws braket create-job"_s};
    if (!context.profile.isEmpty())
        lines << contextOption(shell, u"--profile"_s, context.profile);
    if (!context.region.isEmpty())
        lines << contextOption(shell, u"--region"_s, context.region);
    if (!context.endpointUrl.isEmpty())
        lines << contextOption(shell, u"--endpoint-url"_s, withoutSecrets(context.endpointUrl));
    QStringList remainders;
    for (const ExportPart &part : parts) {
        if (part.remainder)
            remainders << part.text;
        else
            lines << part.text;
    }
    if (!remainders.isEmpty())
        lines << u"--cli-input-json "_s + shell.quote(u'{' + remainders.join(u',') + u'}');
    return lines.join(shell.continuation + indent) + u'\n';
}

} // namespace braketeer::exchange
