#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace braketeer::job {

/// An instance type that a job's classical part can run on. What no AWS page states is empty.
struct Instance
{
    enum class Status {
        Current, ///< in the API reference of today
        Legacy,  ///< in older service models only: very likely refused
    };

    QString type; ///< "ml.m5.large"
    std::optional<int> vcpu;
    std::optional<double> memoryGiB;
    int gpus = 0;
    std::optional<int> gpuMemoryGiB; ///< of all GPUs together
    std::optional<int> defaultQuota; ///< instances per account and region before more is asked for
    QStringList regions;             ///< where it is offered; empty: nowhere any more
    Status status = Status::Current;
    QString note; ///< about the sources, untranslated

    /// "ml.g6" of "ml.g6.xlarge".
    QString family() const { return type.section(u'.', 0, 1); }
};

/// One line for lists, translated: "4 vCPU · 16 GiB · 1 GPU (24 GiB)"; empty where nothing is known.
QString describe(const Instance &instance);

} // namespace braketeer::job
