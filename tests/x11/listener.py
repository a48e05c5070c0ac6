"""An AT-SPI client for the system's python3, as a screen reader is: it hears the table, and presses what it names.

Steps come from the command line: `see TEXT` waits until a line that is heard holds TEXT, `press NAME` does the first
action of what is so named, `tell` prints all that is heard. Each line is `role | name | states`.
"""

import sys
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

STATES = ("checked", "selected", "focused", "focusable", "modal", "enabled", "expanded")
PATIENCE = 60


def enable():
    """Say that a screen reader is there; the bus starts by itself."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    given = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    props = "org.freedesktop.DBus.Properties"
    bus.call_sync("org.a11y.Bus", "/org/a11y/bus", props, "Set", given, None, Gio.DBusCallFlags.NONE, 10_000, None)


enable()

import pyatspi  # noqa: E402


def walk(node, depth=0):
    yield depth, node
    for i in range(node.childCount):
        kid = node.getChildAtIndex(i)
        if kid is not None:
            yield from walk(kid, depth + 1)


def wait(what, found):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            got = found()
        except Exception as gone:  # a node may go while it is being read
            got = None if time.monotonic() + 0.2 < end else print("gone", gone, file=sys.stderr)
        if got:
            return got
        time.sleep(0.05)
    print("\n".join(lines()), file=sys.stderr)
    sys.exit(f"not heard: {what}")


def table():
    desktop = pyatspi.Registry.getDesktop(0)
    for i in range(desktop.childCount):
        app = desktop.getChildAtIndex(i)
        if app is not None and app.childCount and app[0].name == "CLAP":
            return app
    return None


def line(node):
    states = {pyatspi.stateToString(state) for state in node.getState().getStates()}
    return f"{node.getRoleName()} | {node.name} | {' '.join(one for one in STATES if one in states)}"


def lines():
    return ["  " * depth + line(node) for depth, node in walk(APP)]


def named(name):
    return next((node for _, node in walk(APP) if node.name == name and "Action" in node.get_interfaces()), None)


def press(name):
    node = wait(name, lambda: named(name))
    if not node.queryAction().doAction(0):
        sys.exit(f"not pressed: {name}")


APP = wait("the table", table)
steps = iter(sys.argv[1:])
for step in steps:
    if step == "tell":
        print("\n".join(lines()), flush=True)
        continue
    text = next(steps)
    if step == "press":
        press(text)
    else:
        wait(text, lambda text=text: any(text in one for one in lines()))
