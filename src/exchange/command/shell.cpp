#include "exchange/command/shell.h"

#include "exchange/command/parameter.h"
#include "exchange/json/writejson.h"
#include "exchange/publicaddress.h"
#include "exchange/textcheck.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShellCommand)
};

constexpr auto indent = "  "_L1;

/// Plain ASCII: no shell may read anything else into it, and whoever pastes it neither.
constexpr auto tokenRemark = "clientToken: the same token means the same request again, which starts no second job. "
                             "Leave it out for another job."_L1;

std::optional<QString> optionText(const Shell &shell, const QString &option, const Parameter &parameter)
{
    if (parameter.joined)
        return shell.quote(QString(option + u'=' + parameter.arguments.constFirst()));
    QString text = option;
    const bool several = parameter.arguments.size() > 1;
    for (const QString &argument : parameter.arguments) {
        const std::optional<QString> quoted = shell.quote(argument);
        if (!quoted)
            return std::nullopt;
        text += several ? shell.continuation + indent + indent : " "_L1;
        text += *quoted;
    }
    return text;
}

QString hardened(const Shell &shell, QString json)
{
    return shell.rewritesPaths ? json.replace(u'/', "\\u002f"_L1) : json;
}

ExportPart remainder(const Shell &shell, const ExportMember &member, Form form)
{
    if (form == Form::Readable && !hasHidden(member.value)) {
        QString text = jsonString(member.key, JsonForm::Compact) + u':' + jsonText(member.shown, JsonForm::Compact);
        if (shell.quote(text))
            return {std::move(text), true};
    }
    return {
        hardened(shell, jsonString(member.key, JsonForm::Hardened) + u':' + jsonText(member.shown, JsonForm::Hardened)),
        true};
}

core::Result<> appendContext(QStringList &words, const Shell &shell, const QString &option, const QString &value)
{
    if (value.isEmpty())
        return {};
    const auto text = hasHidden(value) ? std::nullopt : optionText(shell, option, {{value}, value.startsWith(u'-')});
    if (!text)
        return core::fail(Error::Kind::Usage,
                          Text::tr("The value of %1 has characters that no text for %2 can hold for certain. Rename "
                                   "it, leave it out or choose another shell.")
                              .arg(option, QLatin1StringView(shell.name)));
    words << *text;
    return {};
}

QString remark(const Shell &shell, const ExportFrame &frame)
{
    const bool hasToken = std::ranges::any_of(
        frame.members, [](const ExportMember &member) { return member.key == "clientToken"_L1; });
    return hasToken ? shell.remark + tokenRemark + u'\n' : QString();
}

} // namespace

ExportPart shellPart(const Shell &shell, const ExportMember &member, Form form)
{
    const job::Member *row = form == Form::Readable ? findTopLevelMember(member.key) : nullptr;
    if (row) {
        for (const Notation notation : {Notation::Shorthand, Notation::Json, Notation::HardenedJson}) {
            auto parameter = writeParameter(*row, member.value, member.shown, notation);
            if (!parameter)
                continue;
            if (auto text = optionText(shell, QString::fromLatin1(row->option), *parameter))
                return {std::move(*text), false};
        }
    }
    return remainder(shell, member, form);
}

core::Result<QString> shellCommand(const Shell &shell, const ExportFrame &frame)
{
    QStringList words{u"aws braket create-job"_s};
    for (const auto &[option, value] :
         {std::pair(u"--profile"_s, frame.context.profile), std::pair(u"--region"_s, frame.context.region),
          std::pair(u"--endpoint-url"_s, publicAddress(frame.context.endpointUrl))}) {
        if (const auto done = appendContext(words, shell, option, value); !done)
            return core::fail(done.error());
    }
    QStringList remainders;
    for (const ExportPart &part : frame.parts) {
        if (part.remainder)
            remainders << part.text;
        else
            words << part.text;
    }
    if (frame.form == Form::File)
        words << "--cli-input-json "_L1 + shell.quote(QString("file://"_L1 + frame.fileName)).value_or(QString());
    else if (!remainders.isEmpty())
        words << "--cli-input-json "_L1 + shell.quote(QString(u'{' + remainders.join(u',') + u'}')).value_or(QString());
    const QString separator = frame.form == Form::Readable ? shell.continuation + indent : u" "_s;
    return remark(shell, frame) + words.join(separator) + u'\n';
}

} // namespace braketeer::exchange
