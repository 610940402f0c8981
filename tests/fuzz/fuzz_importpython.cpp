#include "fuzzimport.h"
#include "fuzztarget.h"

/// Python's literals and calls.
void fuzz(QByteArrayView input)
{
    fuzzImport(input, {"boto3"});
}
