#include "exchange/document.h"

#include "exchange/json/readjson.h"
#include "exchange/textcheck.h"
#include "exchange/yaml/readyaml.h"

#include <QCoreApplication>

namespace braketeer::exchange {
namespace {

bool looksLikeJson(QByteArrayView utf8)
{
    if (hasByteOrderMark(utf8))
        utf8 = utf8.sliced(3);
    for (const char byte : utf8) {
        if (!QByteArrayView(" \t\r\n").contains(byte))
            return byte == '{' || byte == '[';
    }
    return false;
}

} // namespace

core::Result<job::JobSpec> readDocument(QByteArrayView utf8, Format format)
{
    const bool json = format == Format::Json || (format == Format::Auto && looksLikeJson(utf8));
    core::Result<job::Value> value = json ? readJson(utf8) : readYaml(utf8);
    if (!value)
        return core::fail(value.error());
    if (!value->isMap())
        return core::fail(core::Error::Kind::Usage,
                          QCoreApplication::translate("Document", "This is no CreateJob document: an object with "
                                                                  "members such as jobName is expected."));
    return job::JobSpec(std::move(*value));
}

} // namespace braketeer::exchange
