#include "archive/wanted.h"

namespace braketeer::archive {

QStringView fileName(QStringView path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

bool isRequirementsFile(QStringView path)
{
    return fileName(path) == u"requirements.txt";
}

bool isTextWanted(QStringView path)
{
    return path.endsWith(u".py") || isRequirementsFile(path);
}

} // namespace braketeer::archive
