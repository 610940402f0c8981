#include "exchange/code/boto3script.h"

#include "exchange/code/pythonsession.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Boto3Script)
};

} // namespace

ExportPart boto3Part(const ExportMember &member, Form form)
{
    return createJobArgument(member, form);
}

core::Result<QString> boto3Script(const ExportFrame &frame)
{
    QString script = u"# Needs boto3 %1 or later.\nimport boto3\n\n"_s.arg(lowestBoto3(frame));
    script += u"session = "_s + boto3Session(frame) + u'\n';
    script += u"braket = "_s + boto3Client(u"session"_s, frame) + u'\n';
    script += u"response = braket.create_job(\n"_s + createJobArguments(frame.parts) + u")\n"_s;
    script += u"print(response[\"jobArn\"])\n"_s;
    return script;
}

QStringList boto3Notes(const ExportFrame &frame)
{
    return {Text::tr("The script needs boto3 %1 or later.").arg(lowestBoto3(frame))};
}

} // namespace braketeer::exchange
