#include "fuzztarget.h"

#include "exchange/yaml/readyaml.h"
#include "exchange/yaml/writeyaml.h"

using namespace braketeer;

/// What was read is written and read again as the same.
void fuzz(QByteArrayView input)
{
    const auto value = exchange::readYaml(input);
    if (!value)
        return;
    const auto again = exchange::readYaml(exchange::writeYaml(*value));
    if (!again || *again != *value)
        qFatal("YAML changed on its way through writer and reader.");
}
