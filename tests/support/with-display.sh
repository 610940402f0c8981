#!/usr/bin/env bash
# with-display.sh COMMAND ARGUMENT...   runs COMMAND on a virtual display with a window manager, so that windows get
# the keyboard as they do on a desktop. Ends with COMMAND's exit code and leaves no process behind.
set -euo pipefail

folder=$(mktemp -d)
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$folder/number" >/dev/null 2>&1 &
server=$!
trap 'kill "${manager:-$server}" "$server" 2>/dev/null; wait 2>/dev/null; rm -rf "$folder"' EXIT
read -r number <"$folder/number"
export DISPLAY=":$number" QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR="$folder"

openbox >/dev/null 2>&1 &
manager=$!
for _ in $(seq 100); do
    # The answer "no such atom on any window" must not match.
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' && break
    sleep 0.1
done
"$@"
