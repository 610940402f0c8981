#pragma once

#include "archive/tools.h"

#include <QObject>

namespace braketeer::archive {

/// The one object that the plugin makes.
class ArchivePlugin final : public QObject, public ArchiveTools
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "braketeer.ArchiveTools/1")
    Q_INTERFACES(braketeer::archive::ArchiveTools)

public:
    core::Result<> read(Format format, const Visitor &visitor) const override;
    core::Result<std::unique_ptr<ArchiveWriter>> write(
        std::function<core::Result<>(QByteArrayView)> sink) const override;
};

} // namespace braketeer::archive
