#include "fuzzimport.h"
#include "fuzztarget.h"

/// Commands of the shells that take texts apart character by character.
void fuzz(QByteArrayView input)
{
    fuzzImport(input, {"sh", "fish", "cmd"});
}
