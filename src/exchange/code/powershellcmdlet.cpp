#include "exchange/code/powershellcmdlet.h"

#include "exchange/code/cmdletparameter.h"
#include "exchange/code/powershelltext.h"
#include "exchange/command/shortened.h"
#include "exchange/publicaddress.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PowerShellCmdlet)
};

constexpr auto continuation = " `\n    "_L1;
constexpr qsizetype longestNoted = 100;

} // namespace

ExportPart cmdletPart(const ExportMember &member, Form)
{
    const CmdletParameters parameters = cmdletParameters(member);
    return {parameters.parameters.join(continuation), parameters.parameters.isEmpty()};
}

core::Result<QString> cmdletCall(const ExportFrame &frame)
{
    QString statements;
    QStringList words{u"New-BRKTJob"_s};
    for (qsizetype i = 0; i < frame.members.size(); ++i) {
        for (const QString &statement : cmdletParameters(frame.members.at(i)).statements)
            statements += statement + u'\n';
        if (!frame.parts.at(i).remainder)
            words << frame.parts.at(i).text;
    }
    const CommandContext &context = frame.context;
    if (!context.profile.isEmpty())
        words << u"-ProfileName "_s + powerShellText(context.profile);
    if (!context.region.isEmpty())
        words << u"-Region "_s + powerShellText(context.region);
    if (!context.endpointUrl.isEmpty())
        words << u"-EndpointUrl "_s + powerShellText(publicAddress(context.endpointUrl));
    return statements + words.join(continuation) + u'\n';
}

// Source: changelog of the AWS Tools for PowerShell, 4.1.468 (parameter Association).
QStringList cmdletNotes(const ExportFrame &frame)
{
    QStringList notes{Text::tr("The command needs the module AWS.Tools.Braket or AWSPowerShell.NetCore.")};
    if (std::ranges::any_of(frame.members, [](const ExportMember &member) { return member.key == "associations"_L1; }))
        notes << Text::tr("Reservations need version 4.1.468 or later of the AWS Tools for PowerShell.");
    QStringList leftOut;
    for (const ExportMember &member : frame.members) {
        bool cut = false; // what is left out does not depend on long texts, which take their time to write
        leftOut << cmdletParameters({member.key, member.value, shortened(member.value, longestNoted, cut)}).leftOut;
    }
    if (!leftOut.isEmpty())
        notes << Text::tr("Left out, because New-BRKTJob cannot carry it: %1.").arg(leftOut.join(u", "));
    return notes;
}

} // namespace braketeer::exchange
