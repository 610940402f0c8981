"""S3: listing, moving and browsing, each client against the same server in the same run.

The server is the built-in service: it is not counted. CPU is compared where the figure is about work, because the server
shares the machine's cores; rounds take turns, and medians are compared.
"""

import os
import pathlib
import statistics
import subprocess
import tempfile

from .common import BIN, numbers_of, report, run_once, start_sandbox, stop
from .tls import tls_front

KEYS = 1_000_000
SIZE = 1 << 30
ROUNDS = 3
BUCKET = "amazon-braket-us-west-2-000000000000"

BOTO3 = """
import sys, boto3
from botocore.config import Config
path, bucket, key, endpoint = sys.argv[1:]
s3 = boto3.client("s3", endpoint_url=endpoint, config=Config(s3={"addressing_style": "path"}))
s3.upload_file(path, bucket, key)
"""


def rclone_remote(environment):
    return (f":s3,provider=Other,env_auth=true,force_path_style=true,region={environment['AWS_REGION']},"
            f"endpoint='{environment['AWS_ENDPOINT_URL']}':{BUCKET}")


def for_clients(environment, folder):
    """Nothing of this machine's own configuration."""
    return environment | {"HOME": folder, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                          "BRAKETEER_DATA_DIR": folder, "RCLONE_CONFIG": f"{folder}/rclone.conf"}


def fit_for(client, environment):
    """rclone 1.60 does not start where AWS_CA_BUNDLE is set; it has RCLONE_CA_CERT."""
    return {name: value for name, value in environment.items() if client != "rclone" or name != "AWS_CA_BUNDLE"}


def medians(commands, environment, rounds=ROUNDS, before=None):
    """Cost of each named command: every round runs all of them, one after the other."""
    costs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            if before:
                before()
            costs[name].append(run_once(command, fit_for(name, environment)))
    return {name: type(runs[0])(*(statistics.median(getattr(run, field) for run in runs)
                                  for field in ("wall", "cpu", "memory")))
            for name, runs in costs.items()}


def listing():
    server, environment = start_sandbox("--keys", str(KEYS))
    try:
        with tempfile.TemporaryDirectory() as folder:
            environment = for_clients(environment, folder)
            endpoint = ["--endpoint-url", environment["AWS_ENDPOINT_URL"]]
            place = f"s3://{BUCKET}/measurements/"
            costs = medians({
                "ours": [BIN / "braketeer-cli", "s3", "ls", "--recursive", place, *endpoint],
                "rclone": ["rclone", "lsf", "-R", "--fast-list", rclone_remote(environment) + "/measurements"],
            }, environment)
            # Minutes long: once is enough.
            costs |= medians({"aws": ["/usr/bin/aws", "s3", "ls", "--recursive", place, *endpoint]}, environment, 1)
    finally:
        stop(server)
    ours = costs["ours"]
    for peer, bound in (("rclone", ">= 10"), ("aws", ">= 40")):
        theirs = costs[peer]
        report(f"listing {KEYS:,} keys, {peer} / ours", theirs.wall / ours.wall, bound,
               f"ours {ours.wall / 1000:.2f} s ({ours.cpu / 1000:.2f} s CPU), "
               f"{peer} {theirs.wall / 1000:.1f} s ({theirs.cpu / 1000:.1f} s CPU)")
    report("listing, peak memory, MiB", ours.memory, "<= 30", f"rclone {costs['rclone'].memory:.0f} MiB")


def moving(environment, folder, source, label):
    endpoint = ["--endpoint-url", environment["AWS_ENDPOINT_URL"]]
    there = f"s3://{BUCKET}/bench/one-gibibyte"
    target = pathlib.Path(folder, "down")
    up = medians({
        "ours": [BIN / "braketeer-cli", "s3", "cp", source, there, *endpoint],
        "boto3": ["/usr/bin/python3", "-c", BOTO3, source, BUCKET, "bench/one-gibibyte", environment["AWS_ENDPOINT_URL"]],
        "aws": ["/usr/bin/aws", "s3", "cp", "--only-show-errors", source, there, *endpoint],
        "rclone": ["rclone", "copyto", source, rclone_remote(environment) + "/bench/one-gibibyte"],
    }, environment)
    peer = min((name for name in up if name != "ours"), key=lambda name: up[name].cpu)
    report(f"1 GiB up, {label}, CPU, ours / {peer}", up["ours"].cpu / up[peer].cpu, "<= 0.50", told(up))
    url = subprocess.run([BIN / "braketeer-cli", "s3", "presign", there, *endpoint], env=environment, check=True,
                         capture_output=True, text=True).stdout.strip()
    authority = ["--cacert", environment["AWS_CA_BUNDLE"]] if "AWS_CA_BUNDLE" in environment else []
    down = medians({
        "ours": [BIN / "braketeer-cli", "s3", "cp", there, target, *endpoint],
        "curl": ["curl", "--silent", "--fail", *authority, "--output", target, url],
        "rclone": ["rclone", "copyto", rclone_remote(environment) + "/bench/one-gibibyte", target],
    }, environment, before=lambda: target.unlink(missing_ok=True))
    peer = min((name for name in down if name != "ours"), key=lambda name: down[name].cpu)
    report(f"1 GiB down, {label}, CPU, ours / {peer}", down["ours"].cpu / down[peer].cpu, "<= 1.10", told(down))
    report(f"1 GiB, {label}, peak memory, MiB", max(up["ours"].memory, down["ours"].memory), "<= 64",
           f"up {up['ours'].memory:.0f}, down {down['ours'].memory:.0f}")


def told(costs):
    return ", ".join(f"{name} {cost.cpu / 1000:.2f} s CPU, {cost.wall / 1000:.2f} s" for name, cost in costs.items())


def transfers():
    server, environment = start_sandbox()
    try:
        with tempfile.TemporaryDirectory() as folder, tls_front(environment["AWS_ENDPOINT_URL"], folder) as front:
            source = pathlib.Path(folder, "one-gibibyte")
            with source.open("wb") as file:
                for _ in range(SIZE >> 20):
                    file.write(os.urandom(1 << 20))
            environment = for_clients(environment, folder)
            moving(environment, folder, source, "plain")
            moving(environment | front, folder, source, "TLS")
    finally:
        stop(server)


def browser():
    numbers = numbers_of("bench-browser", {"QT_QPA_PLATFORM": "offscreen"})
    report("browser, first page after its answer, ms", numbers["first-page"], "<= 50", "1,000 rows, painted")
    report("browser, longest block, 1,000,000 rows, ms", numbers["longest-block"], "<= 16",
           f"while {numbers['steps']:.0f} steps were scrolled and the rest was loading")
