#include "fuzzimport.h"
#include "fuzztarget.h"

/// PowerShell: its literals, tables and splatting, for the AWS CLI and for New-BRKTJob.
void fuzz(QByteArrayView input)
{
    fuzzImport(input, {"powershell", "powershell51", "powershell-cmdlet"});
}
