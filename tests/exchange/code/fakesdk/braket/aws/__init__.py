"""What the scripts use of braket.aws, with the preparations of AwsQuantumJob.create() that change a request.

Written from the behaviour of amazon-braket-sdk 1.63.0 and later (jobs/quantum_job_creation.py), without its network.
"""

import re
from dataclasses import asdict

from braket.jobs.config import CheckpointConfig, InstanceConfig, OutputDataConfig, S3DataSourceConfig, StoppingCondition

S3_URI = re.compile(r"^https://([^./]+)\.[sS]3[^/]*\.amazonaws\.com/(.+)$|^[sS]3://([^./]+)/(.+)$")


class AwsSession:
    def __init__(self, boto_session=None, braket_client=None):
        self.braket_client = braket_client or boto_session.client("braket")

    def create_job(self, **request):
        return self.braket_client.create_job(**request)["jobArn"]


def parts(uri):
    match = S3_URI.match(uri)
    assert match, f"no address in S3, the SDK would look for a local file: {uri}"
    return [group for group in match.groups() if group is not None]


class AwsQuantumJob:
    def __init__(self, arn):
        self.arn = arn

    @classmethod
    def create(cls, device, source_module, entry_point=None, image_uri=None, job_name=None, code_location=None,
               role_arn=None, hyperparameters=None, input_data=None, instance_config=None, stopping_condition=None,
               output_data_config=None, checkpoint_config=None, aws_session=None, tags=None, reservation_arn=None):
        source = parts(source_module)
        assert source_module.lower().endswith(".tar.gz") and entry_point is not None
        place = f"{code_location or 's3://default/script'}/source.tar.gz"
        assert parts(place) == source, "the code would be copied"
        output = output_data_config or OutputDataConfig()
        checkpoints = checkpoint_config or CheckpointConfig()
        data = input_data or {}
        assert all(isinstance(channel, S3DataSourceConfig) for channel in data.values())
        request = {
            "jobName": job_name or "braket-job-default-1",
            "roleArn": role_arn or "default role",
            "algorithmSpecification": {
                "scriptModeConfig": {"entryPoint": entry_point, "s3Uri": place, "compressionType": "GZIP"},
                "containerImage": {"uri": image_uri or "base image"},
            },
            "inputDataConfig": [{"channelName": name, **channel.config} for name, channel in data.items()],
            "instanceConfig": asdict(instance_config or InstanceConfig()),
            "outputDataConfig": {"s3Path": output.s3Path or "s3://default/data"},
            "checkpointConfig": {"localPath": checkpoints.localPath,
                                 "s3Uri": checkpoints.s3Uri or "s3://default/checkpoints"},
            "deviceConfig": {"device": device},
            "hyperParameters": {str(key): str(value) for key, value in (hyperparameters or {}).items()},
            "stoppingCondition": asdict(stopping_condition or StoppingCondition()),
            "tags": tags or {},
        }
        if reservation_arn:
            request["associations"] = [{"arn": reservation_arn, "type": "RESERVATION_TIME_WINDOW_ARN"}]
        return cls(aws_session.create_job(**request))
