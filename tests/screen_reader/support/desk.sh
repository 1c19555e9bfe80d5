#!/usr/bin/env bash
# desk.sh LOG, inside of dbus-run-session: a desktop just large enough for a screen reader: window manager, accessibility
# bus, Orca. Prints the bus's address when Orca listens; browsers join by it. Lasts until its standard input ends.
set -u
openbox >/dev/null 2>&1 &
/usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
sleep 1
dbus-send --session --dest=org.a11y.Bus --print-reply /org/a11y/bus org.freedesktop.DBus.Properties.Set \
  string:org.a11y.Status string:ScreenReaderEnabled variant:boolean:true >/dev/null
orca --replace --debug-file="$1" >/dev/null 2>&1 &
sleep 5 # Orca takes no notice of windows that come before it listens
printf '%s\n' "$DBUS_SESSION_BUS_ADDRESS"
cat >/dev/null
