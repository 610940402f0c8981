#include "core/s3uri.h"

namespace braketeer::core {

std::optional<S3Uri> S3Uri::parse(QStringView text)
{
    constexpr QStringView scheme = u"s3://";
    if (!text.startsWith(scheme))
        return std::nullopt;
    const QStringView rest = text.sliced(scheme.size());
    const qsizetype slash = rest.indexOf(u'/');
    const QStringView bucket = slash < 0 ? rest : rest.first(slash);
    if (bucket.isEmpty())
        return std::nullopt;
    return S3Uri{bucket.toString(), slash < 0 ? QString() : rest.sliced(slash + 1).toString()};
}

QString S3Uri::toString() const
{
    return QStringLiteral("s3://") + bucket + u'/' + key;
}

} // namespace braketeer::core
