#include "sandbox/s3/demoobjects.h"

#include "sandbox/s3/tarball.h"

namespace braketeer::sandbox::s3 {
namespace {

// One file at the root, as the SDK packs a single script: its entry point is "bell".
QByteArray bellScript()
{
    return makeTarGz({{"bell.py", R"py("""Prepares a Bell pair and counts what is measured."""

import json
import os

from braket.aws import AwsDevice
from braket.circuits import Circuit
from braket.jobs import log_metric, save_job_result


def bell_pair():
    return Circuit().h(0).cnot(0, 1)


def correlation(counts):
    total = sum(counts.values())
    same = counts.get("00", 0) + counts.get("11", 0)
    return (2 * same - total) / total


def main():
    with open(os.environ["AMZN_BRAKET_HP_FILE"]) as file:
        parameters = json.load(file)
    device = AwsDevice(os.environ["AMZN_BRAKET_DEVICE_ARN"])
    counts = device.run(bell_pair(), shots=int(parameters.get("shots", 1000))).result().measurement_counts
    log_metric(metric_name="correlation", value=correlation(counts))
    save_job_result({"counts": dict(counts)})


if __name__ == "__main__":
    main()
)py"}});
}

QByteArray scanScript()
{
    return R"py("""Scans the angle of one rotation; needs no other file."""

import os

from braket.aws import AwsDevice
from braket.circuits import Circuit
from braket.jobs import save_job_result


def scan():
    device = AwsDevice(os.environ["AMZN_BRAKET_DEVICE_ARN"])
    angles = [step * 0.1 for step in range(63)]
    tasks = [device.run(Circuit().rx(0, angle), shots=100) for angle in angles]
    save_job_result({"ones": [task.result().measurement_counts.get("1", 0) for task in tasks]})
)py";
}

QByteArray anglesTable()
{
    QByteArray table = "step,angle,weight\n";
    for (int step = 0; step < 200; ++step)
        table += QByteArray::number(step) + ',' + QByteArray::number(step * 0.0314159, 'f', 6) + ','
                 + QByteArray::number(1.0 / (step + 1), 'f', 6) + '\n';
    return table;
}

// 16 x 16 pixels, grey.
QByteArray picture()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAg0lEQVR42kWOQRHAIBADIwEJSEACEpCABCQgAQlIQM"
        "JJQAISTkKbdtK+M7sbIMSUS219zGX7OAJSLLnV0dfc5gcxIdSWy1x9HLd97wGtlrzm6H62gTw95OkBeXrI0wPy9JCn"
        "5+HpIU8P/v77B+rrD9TXH6ivP1Bff6C+/kB9/fn6+nMBxMF4AQTUwroAAAAASUVORK5CYII=");
}

} // namespace

QList<DemoObject> demoScripts()
{
    return {
        {"jobs/bell-pair/1767603600000/script/source.tar.gz", bellScript(), "application/x-tar"},
        {"scripts/scan.py", scanScript(), "text/x-python"},
    };
}

QList<DemoObject> demoObjects()
{
    return demoScripts()
           + QList<DemoObject>{
               {"data/angles.csv", anglesTable(), "text/csv"},
               {"data/graph.json",
                "{\n  \"nodes\": [0, 1, 2, 3],\n  \"edges\": [[0, 1], [1, 2], [2, 3], [3, 0]],\n  \"weights\": [1, 1, "
                "0.5, 1]\n}\n",
                "application/json"},
               {"data/circuit.png", picture(), "image/png"},
               {"data/notes/Über die Messung.txt", "Grüße aus dem Sandkasten.\n", "text/plain; charset=utf-8"},
               {"jobs/bell-pair/1767603600000/data/model.tar.gz",
                makeTarGz({{"results.json",
                            "{\"braketSchemaHeader\":{\"name\":\"braket.jobs_data.persisted_job_data\",\"version\":"
                            "\"1\"},\"dataDictionary\":{\"counts\":{\"00\":503,\"11\":497}},\"dataFormat\":"
                            "\"plaintext\"}\n"}}),
                "application/x-tar"},
           };
}

} // namespace braketeer::sandbox::s3
