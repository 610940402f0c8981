#pragma once

#include "flows/minis3.h"

#include "aws/credentials/provider.h"
#include "flows/transfer/downloadfile.h"
#include "flows/transfer/enginecore.h"
#include "flows/transfer/queue.h"
#include "flows/transfer/uploadfile.h"

#include <QCoroTask>
#include <QTemporaryDir>

namespace braketeer::tests {

/// Keys that can be renewed as long as there are tokens.
class RenewableKeys final : public aws::CredentialProvider
{
public:
    core::Task<aws::Credentials> credentials() override;
    core::Task<aws::Credentials> renew(aws::Credentials refused) override;

    QList<QByteArray> tokens{{}};
    int renewals = 0;
};

/// A service, a folder, and engines that work between the two, whose pauses take no time. Small parts, so that small
/// files have many.
class TransferPlace final
{
public:
    /// `existing`: the folder of another place, for a child process.
    explicit TransferPlace(const QString &existing = {});

    static constexpr qint64 partSize = 64 * 1024;

    std::shared_ptr<flows::Session> session() const;
    std::shared_ptr<flows::TransferEngine> engine();

    QString root() const { return existing.isEmpty() ? folder.path() : existing; }

    QString path(const QString &name) const { return root() + u'/' + name; }

    QString makeFile(const QString &name, const QByteArray &bytes) const;
    static QByteArray contentOf(const QString &path);
    /// What no two parts have in common.
    static QByteArray bytes(qint64 size);
    /// Temporary files that were left behind.
    QStringList leftovers() const;

    core::Result<flows::TransferStatus> upload(const QString &name, const QString &key = QStringLiteral("key"));
    core::Result<flows::TransferStatus> download(const QString &key, const QString &name);
    QList<store::TransferRow> recorded() const;

    MiniS3 service;
    QTemporaryDir folder;
    const QString existing;
    QString endpoint; ///< empty: the service's
    std::shared_ptr<RenewableKeys> keys = std::make_shared<RenewableKeys>();
    flows::TransferLimits limits;
    flows::TransferOptions options;
    core::CancelToken cancel;
    flows::TransferProgress progress;
    QList<qint64> slept; ///< milliseconds
};

inline core::S3Uri at(const QString &key)
{
    return {QStringLiteral("bucket"), key};
}

} // namespace braketeer::tests
