#include "fuzztarget.h"

#include "exchange/template/jobtemplate.h"

using namespace braketeer;

/// What was read is written and read again as the same, and can be filled.
void fuzz(QByteArrayView input)
{
    const auto content = exchange::readTemplate(input);
    if (!content)
        return;
    const auto again = exchange::readTemplate(exchange::writeTemplate(*content));
    if (!again || again->document != content->document || again->places.size() != content->places.size())
        qFatal("A template changed on its way through writer and reader.");
    QHash<QString, QString> values;
    for (const exchange::Place &place : content->places)
        values.insert(place.name, QStringLiteral("{{x}}\"\n1"));
    exchange::fillTemplate(*content, values);
}
