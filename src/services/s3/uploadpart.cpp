#include "services/s3/uploadpart.h"

#include "services/s3/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request uploadPartRequest(const UploadPartInput &input)
{
    aws::Request request = objectRequest("PUT", input.place);
    request.query = {{"partNumber"_ba, QByteArray::number(input.partNumber)}, {"uploadId"_ba, input.uploadId.toUtf8()}};
    request.headers = input.checksums;
    return request;
}

} // namespace braketeer::services::s3
