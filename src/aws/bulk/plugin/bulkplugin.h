#pragma once

#include "aws/bulk/factory.h"

#include <QObject>

namespace braketeer::aws {

/// The one object that the plugin makes.
class BulkPlugin final : public QObject, public BulkFactory
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "braketeer.BulkFactory/1")
    Q_INTERFACES(braketeer::aws::BulkFactory)

public:
    std::shared_ptr<BulkTransport> create(const ClientConfig &config) const override;
};

} // namespace braketeer::aws
