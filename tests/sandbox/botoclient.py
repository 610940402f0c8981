"""Walks boto3 through every operation of the sandbox. Arguments: its URL, a CreateJob document without token."""

import json, sys, boto3
from botocore.exceptions import ClientError
url, document = sys.argv[1], json.loads(sys.argv[2])
braket = boto3.client("braket", endpoint_url=url)
arns = [braket.create_job(clientToken=str(n), **document)["jobArn"] for n in range(12)]
assert braket.create_job(clientToken="0", **document)["jobArn"] == arns[0]
job = braket.get_job(jobArn=arns[0])
assert job["status"] == "QUEUED" and job["tags"] == document["tags"], job
assert job["createdAt"].tzinfo is not None
pages = braket.get_paginator("search_jobs").paginate(filters=[], PaginationConfig={"PageSize": 5})
found = [job["jobArn"] for page in pages for job in page["jobs"]]
assert found == arns[::-1], found
assert braket.cancel_job(jobArn=arns[1])["cancellationStatus"] == "CANCELLING"
braket.untag_resource(resourceArn=arns[0], tagKeys=["a b"])
assert braket.list_tags_for_resource(resourceArn=arns[0])["tags"] == {}
device = braket.get_device(deviceArn=document["deviceConfig"]["device"])
assert json.loads(device["deviceCapabilities"])["service"]["shotsRange"], device
try:
    braket.create_job(clientToken="x", **{**document, "jobName": "a_b"})
    assert False
except ClientError as error:
    assert error.response["Error"]["Code"] == "ValidationException", error
assert boto3.client("sts", endpoint_url=url).get_caller_identity()["Account"] == "000000000000"
print("good")
