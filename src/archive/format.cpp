#include "archive/format.h"

namespace braketeer::archive {

Format formatOf(QByteArrayView start, const QString &name)
{
    if (start.startsWith("\x1f\x8b"))
        return Format::TarGz;
    if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6"))
        return Format::Zip;
    if (start.startsWith("BZh")
        || start.startsWith(QByteArrayView("\xfd"
                                           "7zXZ\0",
                                           6)))
        return Format::OtherArchive;
    if (start.size() >= 262 && start.sliced(257, 5) == "ustar")
        return Format::Tar;
    if (name.endsWith(QStringLiteral(".py")) && !start.contains('\0'))
        return Format::PythonFile;
    return name.endsWith(QStringLiteral(".tar")) ? Format::Tar : Format::Unknown;
}

} // namespace braketeer::archive
