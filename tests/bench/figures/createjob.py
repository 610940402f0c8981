"""`create-job` against the AWS CLI: wall time and peak memory."""

import json
import os
import pathlib
import shutil
import statistics
import tempfile

from .common import BIN, RUNS, report, run_once, start_sandbox, stop

JOB = {
    "algorithmSpecification": {
        "scriptModeConfig": {"entryPoint": "bell", "s3Uri": "s3://amazon-braket-us-west-2-000000000000/bell.tar.gz",
                             "compressionType": "GZIP"}},
    "deviceConfig": {"device": "local:braket/default"},
    "instanceConfig": {"instanceType": "ml.m5.large", "volumeSizeInGb": 30},
    "jobName": "bench",
    "outputDataConfig": {"s3Path": "s3://amazon-braket-us-west-2-000000000000/bench"},
    "roleArn": "arn:aws:iam::000000000000:role/service-role/AmazonBraketJobsExecutionRole",
}


def create_job():
    aws = "/usr/bin/aws" if os.path.exists("/usr/bin/aws") else shutil.which("aws")
    server, environment = start_sandbox()
    try:
        with tempfile.TemporaryDirectory() as folder:
            document = pathlib.Path(folder, "job.json")
            document.write_text(json.dumps(JOB))
            endpoint = environment.pop("AWS_ENDPOINT_URL")
            environment |= {"HOME": folder, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                            "BRAKETEER_DATA_DIR": folder}
            arguments = ["--endpoint-url", endpoint, "--cli-input-json", f"file://{document}"]
            ours = [BIN / "braketeer-cli", "create-job", *arguments]
            theirs = [aws, "braket", "create-job", *arguments]
            for command in (ours, theirs):
                run_once(command, environment)
            pairs = [(run_once(ours, environment), run_once(theirs, environment)) for _ in range(RUNS)]
    finally:
        stop(server)
    wall_ours, wall_theirs = (statistics.median(pair[i].wall for pair in pairs) for i in (0, 1))
    memory_ours, memory_theirs = (statistics.median(pair[i].memory for pair in pairs) for i in (0, 1))
    report("create-job wall, aws / ours", wall_theirs / wall_ours, ">= 30",
           f"ours {wall_ours:.1f} ms, aws {wall_theirs:.1f} ms")
    report("create-job memory, ours / aws", memory_ours / memory_theirs, "<= 0.30",
           f"ours {memory_ours:.1f} MiB, aws {memory_theirs:.1f} MiB")
