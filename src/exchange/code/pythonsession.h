#pragma once

#include "exchange/code/pythonliteral.h"
#include "exchange/exported.h"

namespace braketeer::exchange {

/// How a form of export writes Python: everything but Form::Hardened is readable.
PythonText pythonText(Form form);

/// `boto3.Session(profile_name="…", region_name="…")`, with what the context knows. Credentials come from where boto3
/// finds them; none is ever written.
QString boto3Session(const ExportFrame &frame);

/// `SESSION.client("braket", endpoint_url="…")`, `session` being the variable of the session.
QString boto3Client(const QString &session, const ExportFrame &frame);

/// A top-level member as an argument of boto3's create_job(): `    jobName="…",`. A key that the service model does
/// not know is no name of an argument: it is a remainder, `        "key": …,`, to stand in `**{…}`.
ExportPart createJobArgument(const ExportMember &member, Form form);

/// The arguments on lines of their own, between the parentheses: remainders together, each line with its end.
QString createJobArguments(const QList<ExportPart> &parts);

/// The lowest boto3 that knows every member of the document: "1.33.7".
QString lowestBoto3(const ExportFrame &frame);

} // namespace braketeer::exchange
