#pragma once

#include <QString>

namespace braketeer::job {

/// One of Braket's own container images, in one region.
struct Image
{
    QString kind;       ///< "base", "pytorch", "tensorflow", "cudaq"
    QString name;       ///< "PyTorch"
    QString repository; ///< "amazon-braket-pytorch-jobs"
    QString tag;        ///< pinned, never "latest"
    QString python;     ///< "3.12"
    bool gpu = false;   ///< made for instances with a GPU
    bool current = true;
    QString uri; ///< what algorithmSpecification.containerImage.uri takes
};

/// The parts of the address of an image in a private Amazon ECR repository. Nothing is decoded; a part that is not
/// there is empty.
struct ImageUri
{
    QString account;    ///< "292282985366"
    QString region;     ///< "us-west-2"
    QString repository; ///< "amazon-braket-base-jobs"
    QString tag;        ///< "latest"; empty with a digest
    QString digest;     ///< "sha256:…"

    /// All parts are empty when `uri` is no such address.
    static ImageUri parse(const QString &uri);
};

} // namespace braketeer::job
