#include "fuzztarget.h"

#include "exchange/commandline/createjobarguments.h"
#include "exchange/shorthand/clivalidation.h"
#include "job/rules/check.h"

using namespace braketeer;

/// The input is a command line, one argument a line: every option's value goes through shorthand or JSON.
void fuzz(QByteArrayView input)
{
    const auto noFiles = [](const QString &) -> core::Result<QByteArray> { return QByteArray("{\"a\": \"b\"}"); };
    const auto arguments = exchange::parseCreateJobArguments(QString::fromUtf8(input).split(u'\n', Qt::SkipEmptyParts),
                                                             noFiles);
    if (!arguments)
        return;
    const auto all = job::checkModel(arguments->spec);
    if (exchange::cliValidation(arguments->spec).size() > all.size() + 100)
        qFatal("The AWS CLI's checks cannot find more than the model has.");
}
