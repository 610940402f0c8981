#pragma once

#include "aws/bulk/transport.h"
#include "aws/http/client.h"

#include <QtPlugin>

#include <memory>

namespace braketeer::aws {

/// What the bulk plugin offers. Program and plugin are built together; there is no promise between versions.
class BulkFactory
{
public:
    virtual ~BulkFactory() = default;
    virtual std::shared_ptr<BulkTransport> create(const ClientConfig &config) const = 0;
};

} // namespace braketeer::aws

Q_DECLARE_INTERFACE(braketeer::aws::BulkFactory, "braketeer.BulkFactory/1")
