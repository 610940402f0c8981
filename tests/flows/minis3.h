#pragma once

#include "aws/scriptedserver.h"

#include <QMap>

#include <functional>
#include <optional>

namespace braketeer::tests {

/// As much of S3 as transfers need, in the test's own thread, with everything in sight and nothing verified: what a
/// real server makes of the requests is another test's question.
class MiniS3 final
{
public:
    struct Object
    {
        QByteArray body;
        QByteArray eTag;
        QMap<QByteArray, QByteArray> headers; ///< "x-amz-checksum-crc32c" and such, only told when asked for
        qint64 partSize = 0;                  ///< of an object that was uploaded in parts
    };

    struct Upload
    {
        QByteArray target; ///< "/bucket/key", as in the request
        QMap<int, Object> parts;
    };

    MiniS3();

    QString url() const { return server.url(); }

    /// Asked first: an answer in place of the usual one.
    std::function<std::optional<ScriptedServer::Reply>(const QByteArray &request)> fault;
    bool keepsChecksums = true; ///< false: a server that never heard of them

    QMap<QByteArray, Object> objects; ///< by "/bucket/key", percent-encoded
    QMap<QByteArray, Upload> uploads; ///< open ones, by id

    /// Requests whose first line begins so: "PUT /bucket/key?partNumber".
    int count(const QByteArray &beginning) const;
    void put(const QByteArray &target, const QByteArray &body);

    static ScriptedServer::Reply refusal(const QByteArray &status, const QByteArray &code,
                                         const QByteArray &headers = {});

    static bool isPart(const QByteArray &request)
    {
        return request.startsWith("PUT") && request.contains("partNumber=");
    }

    static bool isRange(const QByteArray &request) { return request.startsWith("GET") && request.contains("bytes="); }

    /// Of a request's query: empty where there is none of that name.
    static QByteArray member(const QByteArray &request, const QByteArray &name);

    ScriptedServer server;

private:
    ScriptedServer::Reply answer(const QByteArray &request);
    ScriptedServer::Reply read(const QByteArray &request, const QByteArray &target) const;
    ScriptedServer::Reply write(const QByteArray &request, const QByteArray &target);
    ScriptedServer::Reply writePart(const QByteArray &request, const QByteArray &id);
    ScriptedServer::Reply complete(const QByteArray &request, const QByteArray &target, const QByteArray &id);
    ScriptedServer::Reply listParts(const QByteArray &id) const;
    ScriptedServer::Reply listUploads(const QByteArray &bucket) const;
    Object stored(const QByteArray &request) const;

    int m_lastId = 0;
};

} // namespace braketeer::tests
