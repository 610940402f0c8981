#include "fuzzimport.h"
#include "fuzztarget.h"

/// Recognition, and documents of every origin.
void fuzz(QByteArrayView input)
{
    fuzzImport(input, {nullptr, "json", "yaml"});
}
