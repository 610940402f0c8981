#include "exchange/code/pythonsession.h"

#include "exchange/command/parameter.h"
#include "exchange/publicaddress.h"

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

PythonText pythonText(Form form)
{
    return form == Form::Hardened ? PythonText::Ascii : PythonText::Readable;
}

QString boto3Session(const ExportFrame &frame)
{
    const PythonText text = pythonText(frame.form);
    QStringList arguments;
    if (!frame.context.profile.isEmpty())
        arguments << u"profile_name="_s + pythonString(frame.context.profile, text);
    if (!frame.context.region.isEmpty())
        arguments << u"region_name="_s + pythonString(frame.context.region, text);
    return u"boto3.Session("_s + arguments.join(", "_L1) + u')';
}

QString boto3Client(const QString &session, const ExportFrame &frame)
{
    QString arguments = u"\"braket\""_s;
    if (!frame.context.endpointUrl.isEmpty())
        arguments += ", endpoint_url="_L1
                     + pythonString(publicAddress(frame.context.endpointUrl), pythonText(frame.form));
    return session + u".client("_s + arguments + u')';
}

ExportPart createJobArgument(const ExportMember &member, Form form)
{
    const PythonText text = pythonText(form);
    if (findTopLevelMember(member.key))
        return {u"    "_s + member.key + u'=' + pythonLiteral(member.shown, text, 1) + u',', false};
    return {u"        "_s + pythonString(member.key, text) + u": "_s + pythonLiteral(member.shown, text, 2) + u',',
            true};
}

QString createJobArguments(const QList<ExportPart> &parts)
{
    QString arguments;
    QString remainders;
    for (const ExportPart &part : parts)
        (part.remainder ? remainders : arguments) += part.text + u'\n';
    if (!remainders.isEmpty())
        arguments += u"    **{\n"_s + remainders + u"    },\n"_s;
    return arguments;
}

// Source: changelog of boto3, 1.20.11 (hybrid jobs), 1.22.3 (instanceCount), 1.33.7 (associations).
QString lowestBoto3(const ExportFrame &frame)
{
    const auto has = [&frame](QLatin1StringView key, QStringView child) {
        return std::ranges::any_of(frame.members, [key, child](const ExportMember &member) {
            return member.key == key && (child.isEmpty() || member.value.find(child));
        });
    };
    if (has("associations"_L1, {}))
        return u"1.33.7"_s;
    return has("instanceConfig"_L1, u"instanceCount") ? u"1.22.3"_s : u"1.20.11"_s;
}

} // namespace braketeer::exchange
