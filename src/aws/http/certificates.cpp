#include "aws/http/certificates.h"

#include <QCoreApplication>
#include <QFile>

namespace braketeer::aws {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Certificates)
};

tl::unexpected<core::Error> failed(QString message)
{
    core::Error error;
    error.kind = core::Error::Kind::Tls;
    error.message = std::move(message);
    error.suggestion = Text::tr("Name a PEM file that can be read with --ca-bundle, AWS_CA_BUNDLE or ca_bundle in the "
                                "profile, or take the setting away.");
    return core::fail(std::move(error));
}

} // namespace

core::Result<QList<QSslCertificate>> readBundle(const QString &bundle)
{
    QFile file(bundle);
    if (!file.open(QIODevice::ReadOnly))
        return failed(Text::tr("The file of certificates “%1” cannot be read: %2.").arg(bundle, file.errorString()));
    auto certificates = QSslCertificate::fromData(file.readAll(), QSsl::Pem);
    if (certificates.isEmpty())
        return failed(Text::tr("The file “%1” holds no certificate in PEM form.").arg(bundle));
    return certificates;
}

core::Result<QSslConfiguration> trustWithBundle(const QString &bundle)
{
    const auto certificates = readBundle(bundle);
    if (!certificates)
        return core::fail(certificates.error());
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    // Setting any certificate switches off the loading of the system's on demand, so they are loaded here.
    configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + *certificates);
    return configuration;
}

} // namespace braketeer::aws
