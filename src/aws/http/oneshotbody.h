#pragma once

#include <QByteArray>
#include <QIODevice>

namespace braketeer::aws {

/// The body of a request, readable once.
///
/// QNetworkAccessManager sends a request again by itself when the server closes the connection before it answers, POST
/// included, and reports plain success. For that it must wind the body back, which this device refuses, so the request
/// ends with ContentReSendError instead and the caller decides. Also for empty bodies: without a device there is
/// nothing to refuse.
class OneShotBody final : public QIODevice
{
public:
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);

    bool isSequential() const override { return false; }

    qint64 size() const override { return m_bytes.size(); }

    bool seek(qint64 position) override;

    /// Whether any of it was handed to the network.
    bool wasRead() const { return m_at > 0; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    const QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace braketeer::aws
