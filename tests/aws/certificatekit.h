#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>

#include <memory>

/// A certificate that signed itself, made by the openssl command for one test run.
class CertificateKit final
{
public:
    explicit CertificateKit(const QString &name, const QString &alternatives)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                       QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"),
                       QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                       QStringLiteral("/CN=") + name, QStringLiteral("-addext"),
                       QStringLiteral("subjectAltName=") + alternatives, QStringLiteral("-keyout"), keyPath(),
                       QStringLiteral("-out"), path()});
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("The openssl command made no certificate: %s", openssl.readAllStandardError().constData());
    }

    /// PEM file of the certificate.
    QString path() const { return m_folder.filePath(QStringLiteral("certificate.pem")); }

    /// `protocols`: what it agrees to during the handshake, best first.
    std::unique_ptr<QTcpServer> server(const QList<QByteArray> &protocols = {}) const
    {
        QFile key(keyPath());
        if (!key.open(QIODevice::ReadOnly))
            qFatal("No key.");
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(path()));
        configuration.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
        configuration.setAllowedNextProtocols(protocols);
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(configuration);
        return server;
    }

private:
    QString keyPath() const { return m_folder.filePath(QStringLiteral("key.pem")); }

    QTemporaryDir m_folder;
};
