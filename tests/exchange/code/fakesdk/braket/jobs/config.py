"""What the scripts use of braket.jobs.config: the same fields and defaults (amazon-braket-sdk 1.63.0)."""

from dataclasses import dataclass
from typing import Optional


@dataclass
class CheckpointConfig:
    localPath: str = "/opt/jobs/checkpoints"
    s3Uri: Optional[str] = None


@dataclass
class InstanceConfig:
    instanceType: str = "ml.m5.large"
    volumeSizeInGb: int = 30
    instanceCount: int = 1


@dataclass
class OutputDataConfig:
    s3Path: Optional[str] = None


@dataclass
class StoppingCondition:
    maxRuntimeInSeconds: int = 432000


class S3DataSourceConfig:
    def __init__(self, s3_data, content_type=None):
        self.config = {"dataSource": {"s3DataSource": {"s3Uri": s3_data}}}
        if content_type is not None:
            self.config["contentType"] = content_type
