"""Walks boto3 through S3 of the sandbox. Argument: its URL."""

import io, os, sys, urllib.request
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
url = sys.argv[1]
# The form of signature that S3 takes everywhere; boto3 presigns by the old one in old regions.
s3 = boto3.client("s3", endpoint_url=url, config=Config(s3={"addressing_style": "path"}, signature_version="s3v4"))
here = {"LocationConstraint": "us-west-2"}
s3.create_bucket(Bucket="boto", CreateBucketConfiguration=here)

keys = ["a b+c%d", "ü/ñ", "x//y", "/lead", "trail/", "k\x01\x02", "a/../b", "./x", "😀", "a&b<c>\"'", "q?x=1#f", "a\nb", "\\"]
for key in keys:
    s3.put_object(Bucket="boto", Key=key, Body=key.encode(), Metadata={"k": "v w"})
    got = s3.get_object(Bucket="boto", Key=key)
    assert got["Body"].read() == key.encode() and got["Metadata"] == {"k": "v w"}, key
pages = s3.get_paginator("list_objects_v2").paginate(Bucket="boto", PaginationConfig={"PageSize": 5})
assert [o["Key"] for page in pages for o in page["Contents"]] == sorted(keys, key=lambda key: key.encode())
assert [o["Key"] for o in s3.list_objects(Bucket="boto", Prefix="a")["Contents"]] == ["a\nb", "a b+c%d", "a&b<c>\"'", "a/../b"]
deleted = s3.delete_objects(Bucket="boto", Delete={"Objects": [{"Key": key} for key in keys if key != "k\x01\x02"]})
assert len(deleted["Deleted"]) == len(keys) - 1, deleted
s3.delete_object(Bucket="boto", Key="k\x01\x02")
assert "Contents" not in s3.list_objects_v2(Bucket="boto")

big = os.urandom(9 * 1024 * 1024)
s3.upload_fileobj(io.BytesIO(big), "boto", "big")
assert s3.head_object(Bucket="boto", Key="big")["ETag"].endswith('-2"')
got = io.BytesIO()
s3.download_fileobj("boto", "big", got)
assert got.getvalue() == big
for algorithm in ("CRC32", "SHA1", "SHA256"):
    s3.put_object(Bucket="boto", Key="sum", Body=b"hello", ChecksumAlgorithm=algorithm)
    assert "Checksum" + algorithm in s3.head_object(Bucket="boto", Key="sum", ChecksumMode="ENABLED")
signed = s3.generate_presigned_url("get_object", Params={"Bucket": "boto", "Key": "sum"}, ExpiresIn=60)
assert urllib.request.build_opener(urllib.request.ProxyHandler({})).open(signed).read() == b"hello"

def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
    else:
        assert False, code

refused("NoSuchKey", s3.get_object, Bucket="boto", Key="none")
refused("NoSuchBucket", s3.get_object, Bucket="none-such", Key="none")
refused("AccessDenied", s3.list_objects_v2, Bucket="sandbox-no-listing")
refused("BucketNotEmpty", s3.delete_bucket, Bucket="boto")
# boto3 follows to the region that the refusal names.
assert s3.list_objects_v2(Bucket="amazon-braket-eu-north-1-000000000000")["KeyCount"] == 2
print("good")
