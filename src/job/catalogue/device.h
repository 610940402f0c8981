#pragma once

#include <QString>
#include <QStringList>

namespace braketeer::job {

/// A quantum computer, a simulator of the service, or a simulator embedded in the job.
struct Device
{
    enum class Kind {
        Qpu,
        Simulator, ///< on demand: SV1, DM1
        Embedded,  ///< runs inside the job's container: "local:…"
    };

    QString name;     ///< "Aquila"
    QString provider; ///< "QuEra"
    Kind kind = Kind::Qpu;
    QString device;      ///< what deviceConfig.device takes: an ARN, or "local:provider/simulator"
    QStringList regions; ///< of the jobs that can use it
    bool retired = false;
};

} // namespace braketeer::job
