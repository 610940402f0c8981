#!/usr/bin/python3
"""Walks the accessibility tree of the running window as a screen reader does: accessibility.py PROGRAM.

Run on a display and a session bus of its own. Fails when a control has no name, or when what a blind person needs on
the way from the form to a job is not there.
"""

import os
import subprocess
import sys
import tempfile
import time

import pyatspi

CONTROLS = {"push button", "toggle button", "radio button", "check box", "combo box", "text", "spin button", "table",
            "list", "menu", "menu item", "page tab", "tree table"}
NEEDED = {("push button", "Create job…"), ("push button", "Check"), ("text", "Job name"), ("text", "Execution role"),
          ("menu item", "File"), ("text", "Entry point"), ("text", "Instance type"),
          ("table", "Hyperparameters")}


def find_application(name, seconds):
    end = time.time() + seconds
    while time.time() < end:
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.name == name:
                return application
        time.sleep(0.2)
    sys.exit(f"{name} did not appear in the accessibility tree.")


def walk(node, path=()):
    if node is None:
        return
    yield node, path
    for index in range(node.childCount):
        yield from walk(node.getChildAtIndex(index), path + (f"{node.getRoleName()} “{node.name}”",))


def is_shown(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def main():
    home = tempfile.mkdtemp()
    environment = os.environ | {"HOME": home, "BRAKETEER_DATA_DIR": home, "LC_ALL": "C.UTF-8",
                                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"}
    launcher = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    program = subprocess.Popen([sys.argv[1], "--demo"], env=environment)
    try:
        application = find_application("braketeer", 20)
        time.sleep(2)  # what follows the first frame
        window = subprocess.check_output(["xdotool", "search", "--onlyvisible", "--name", "Braketeer"], text=True).split()[-1]
        subprocess.run(["xdotool", "windowactivate", "--sync", window], check=True)
        unnamed, found, count = set(), set(), 0
        for section in range(1, 8):
            subprocess.run(["xdotool", "key", f"ctrl+{section}"], check=True)
            time.sleep(1)
            for node, path in walk(application):
                if not is_shown(node):
                    continue
                count += 1
                role, name = node.getRoleName(), node.name
                found.add((role, name))
                if role in CONTROLS and not name.strip():
                    unnamed.add(" > ".join(path + (role,)))
    finally:
        program.kill()
        launcher.kill()
    print(f"{count} shown in seven sections, {len(unnamed)} controls without a name")
    for place in sorted(unnamed):
        print("no name:", place)
    missing = NEEDED - found
    for role, name in sorted(missing):
        print(f"missing: {role} “{name}”")
    sys.exit(bool(unnamed or missing))


main()
