#include "aws/http/wire.h"

#include "aws/sigv4/percent.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Client)
};

bool hasDotSegments(const QByteArray &path)
{
    const auto segments = path.split('/');
    return std::any_of(segments.begin(), segments.end(), [](const QByteArray &segment) {
        const QByteArray decoded = percentDecoded(segment);
        return decoded == "." || decoded == "..";
    });
}

QByteArray encodedQuery(const Headers &members)
{
    QByteArray query;
    for (const auto &[name, value] : members) {
        if (!query.isEmpty())
            query += '&';
        query += percentEncoded(name) + '=' + percentEncoded(value);
    }
    return query;
}

QByteArray hostHeader(const QUrl &url)
{
    const bool usual = url.port(-1) == (url.scheme() == "https"_L1 ? 443 : 80);
    QUrl bare(url);
    if (usual)
        bare.setPort(-1);
    return bare.authority(QUrl::FullyEncoded).toLatin1();
}

} // namespace

core::Result<WireRequest> layOut(const Request &request, const Endpoint &endpoint)
{
    WireRequest wire;
    const qsizetype authority = endpoint.url.indexOf("://") + 3;
    const qsizetype slash = endpoint.url.indexOf('/', authority);
    const QByteArray basePath = slash < 0 ? QByteArray() : endpoint.url.sliced(slash);
    wire.path = basePath + request.path;
    if (wire.path.isEmpty())
        wire.path = "/";
    if (hasDotSegments(wire.path))
        return core::fail(core::Error::Kind::Usage,
                          Text::tr("The path %1 has a segment “.” or “..”, which would be resolved on its way and name "
                                   "something else: rename it where it is stored.")
                              .arg(QString::fromUtf8(percentDecoded(request.path))));
    wire.query = encodedQuery(request.query);

    const QByteArray target = wire.query.isEmpty() ? wire.path : wire.path + '?' + wire.query;
    const QByteArray origin = slash < 0 ? endpoint.url : endpoint.url.first(slash);
    wire.url = QUrl::fromEncoded(origin + target, QUrl::StrictMode);
    if (!wire.url.isValid() || !wire.url.toEncoded().endsWith(target))
        return core::fail(core::Error::Kind::Usage,
                          Text::tr("The address %1 cannot be sent unchanged.").arg(QString::fromUtf8(origin + target)));
    wire.host = hostHeader(wire.url);
    return wire;
}

} // namespace braketeer::aws
