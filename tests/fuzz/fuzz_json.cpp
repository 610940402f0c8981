#include "fuzztarget.h"

#include "exchange/json/readjson.h"
#include "exchange/json/writejson.h"
#include "job/rules/check.h"

using namespace braketeer;

/// What was read is written and read again as the same; every document can be checked and mended.
void fuzz(QByteArrayView input)
{
    const auto value = exchange::readJson(input);
    if (!value)
        return;
    for (const auto form : {exchange::JsonForm::Compact, exchange::JsonForm::Indented, exchange::JsonForm::Hardened}) {
        const auto again = exchange::readJson(exchange::writeJson(*value, form));
        if (!again || *again != *value)
            qFatal("JSON changed on its way through writer and reader.");
    }
    const job::JobSpec mended = job::fixed(job::JobSpec(*value));
    if (job::fixed(mended) != mended)
        qFatal("Mending twice is not the same as mending once.");
}
