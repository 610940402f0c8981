#include "services/braket/tagresource.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request tagResourceRequest(const QString &resourceArn, const QMap<QString, QString> &tags)
{
    QJsonObject members;
    for (auto tag = tags.cbegin(); tag != tags.cend(); ++tag)
        members.insert(tag.key(), tag.value());
    const QJsonDocument document(QJsonObject{{"tags"_L1, members}});
    return jsonRequest("POST", labelledPath("/tags/", resourceArn), document.toJson(QJsonDocument::Compact));
}

core::Task<> tagResource(std::shared_ptr<aws::Client> client, QString resourceArn, QMap<QString, QString> tags,
                         core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(tagResourceRequest(resourceArn, tags), cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return {};
}

} // namespace braketeer::services::braket
