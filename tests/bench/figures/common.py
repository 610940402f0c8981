"""What all figures share: the programs, processes with their cost, the built-in service, one line a figure."""

import os
import pathlib
import subprocess
import sys
import time
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[3]
BIN = ROOT / "build" / "release" / "bin"
RUNS = 15


def report(name, ratio, bound, detail):
    print(f"{name:40} {ratio:8.3f}   wanted {bound:9}   {detail}", flush=True)


@dataclass
class Cost:
    """Of one process with its children, by the operating system's own count."""

    wall: float  # milliseconds
    cpu: float  # milliseconds, user and system
    memory: float  # peak, MiB


def run_once(command, environment, output=subprocess.DEVNULL):
    start = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE)
    complaint = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = (time.perf_counter() - start) * 1000
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command[0]} ended with {child.returncode}: {complaint.decode()}")
    return Cost(wall, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024)


def start_sandbox(*options):
    """The server process, and the environment that a client of it needs."""
    server = subprocess.Popen([BIN / "braketeer-cli", "sandbox", *options], stdout=subprocess.PIPE, text=True)
    server.stdout.readline()
    environment = {}
    while "AWS_REGION" not in environment:
        name, _, value = server.stdout.readline().strip().partition("=")
        environment[name] = value
    # What it goes on to say is not read: it must not fill the pipe and wait.
    subprocess.Popen(["cat"], stdin=server.stdout, stdout=subprocess.DEVNULL)
    return server, environment


def stop(server):
    server.terminate()
    server.wait()


def numbers_of(program, environment=None):
    output = subprocess.run([BIN / program], check=True, capture_output=True, text=True,
                            env=os.environ | (environment or {})).stdout
    return {name: float(value) for name, value in (line.split() for line in output.splitlines())}
