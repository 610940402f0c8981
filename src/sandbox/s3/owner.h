#pragma once

#include "sandbox/s3/xml.h"

namespace braketeer::sandbox::s3 {

/// The sandbox's account as S3 shows it: a canonical user.
inline void appendOwner(Xml &xml, QByteArrayView element)
{
    xml.open(element);
    xml.leaf("ID", QByteArray(64, '0'));
    xml.leaf("DisplayName", QByteArrayView("sandbox"));
    xml.close(element);
}

} // namespace braketeer::sandbox::s3
