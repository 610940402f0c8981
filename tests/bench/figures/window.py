"""The window: start-up against a bare one, one key stroke in the largest document."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from .common import BIN, RUNS, numbers_of, report


def time_to_line(command, environment, lines):
    """Milliseconds from the start of the process to each of these lines on its standard output."""
    start = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    times = {}
    for line in child.stdout:
        if line.strip() in lines:
            times[line.strip()] = (time.perf_counter() - start) * 1000
        if len(times) == len(lines):
            break
    child.kill()
    child.wait()
    if len(times) < len(lines):
        sys.exit(f"{command[0]} did not say all of {lines}")
    return times


def start_up():
    display = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    number = display.stdout.readline().strip()
    try:
        with tempfile.TemporaryDirectory() as folder:
            environment = {"DISPLAY": f":{number}", "HOME": folder, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                           "XDG_RUNTIME_DIR": folder, "BRAKETEER_DATA_DIR": folder, "BRAKETEER_STARTUP_REPORT": "1"}
            ours = [BIN / "braketeer", "--demo"]
            bare = [BIN / "bench-barewindow"]
            marks = {"first-paint", "sections-ready"}
            time_to_line(ours, environment, marks)
            time_to_line(bare, environment, {"first-paint"})
            pairs = [(time_to_line(ours, environment, marks), time_to_line(bare, environment, {"first-paint"}))
                     for _ in range(RUNS)]
    finally:
        display.terminate()
        display.wait()
    paint = statistics.median(p[0]["first-paint"] for p in pairs)
    bare_paint = statistics.median(p[1]["first-paint"] for p in pairs)
    after = statistics.median(p[0]["sections-ready"] - p[0]["first-paint"] for p in pairs)
    report("start-up, first paint / bare window", paint / bare_paint, "<= 1.25",
           f"ours {paint:.0f} ms, bare {bare_paint:.0f} ms")
    report("start-up, other sections after, ms", after, "<= 200", "after the first paint")


def key_stroke():
    numbers = numbers_of("bench-keystroke", {"QT_QPA_PLATFORM": "offscreen"})
    report("key stroke, largest document, ms", numbers["worst"], "<= 16",
           f"median {numbers['median']:.2f} ms, worst of {numbers['strokes']:.0f} {numbers['worst']:.2f} ms")
