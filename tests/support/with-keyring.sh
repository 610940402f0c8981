#!/usr/bin/env bash
# with-keyring.sh [--locked | --no-service | --no-bus] COMMAND ARGS...
#
# Runs a command in a home and on a session bus of its own, with a Secret Service on that bus: unlocked and empty;
# locked, after the command itself was run once with BRAKETEER_KEYRING=fill to store something; or none at all.
# BRAKETEER_KEYRING tells the command which: unlocked, locked, no-service, no-bus.
# Ends with the command's exit code and leaves no process behind.
set -euo pipefail

mode=unlocked
case "${1:-}" in
    --locked | --no-service | --no-bus)
        mode=${1#--}
        shift
        ;;
esac

start_keyring() { # PASSWORD of the login keyring
    printf '%s' "$1" | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
    keyring=$!
    for _ in $(seq 200); do
        if dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
            string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'; then
            return
        fi
        sleep 0.05
    done
    echo "with-keyring.sh: gnome-keyring-daemon did not take its name on the bus" >&2
    exit 1
}

stop_keyring() {
    if [ -n "${keyring:-}" ]; then
        kill "$keyring" 2>/dev/null || true
        wait "$keyring" 2>/dev/null || true
        keyring=
    fi
}

if [ -n "${BRAKETEER_KEYRING_STAGE:-}" ]; then # on the private bus
    unset BRAKETEER_KEYRING_STAGE
    trap stop_keyring EXIT
    case $mode in
        unlocked) start_keyring right ;;
        locked)
            # What was stored under one password stays locked for a daemon that is given another.
            start_keyring right
            BRAKETEER_KEYRING=fill "$@"
            stop_keyring
            start_keyring wrong
            ;;
    esac
    "$@"
    exit
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -m 700 "$folder"/{home,data,config,cache,run}
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS KDE_FULL_SESSION DESKTOP_SESSION
export HOME="$folder/home" XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config" \
    XDG_CACHE_HOME="$folder/cache" XDG_RUNTIME_DIR="$folder/run" XDG_CURRENT_DESKTOP=GNOME \
    BRAKETEER_KEYRING="$mode"
if [ "$mode" = no-bus ]; then
    "$@"
    exit
fi

# A bus that starts no services by itself: a keyring must not come up where none is wanted.
cat >"$folder/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$folder/run</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
END
option=()
[ "$mode" = unlocked ] || option=("--$mode")
BRAKETEER_KEYRING_STAGE=inner dbus-run-session --config-file="$folder/bus.conf" -- "$0" "${option[@]}" "$@"
