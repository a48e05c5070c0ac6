"""An AT-SPI client for the system's python3, as a screen reader is: it hears the table, and presses what it names.

Steps come from the command line: `see TEXT` waits until a line that is heard holds TEXT, `press NAME` does the first
action of what is so named, `tell` prints all that is heard. Each line is `role | name | states`. `on TEXT` waits until
the focus is on a line that holds TEXT, `said TEXT` until an event since the last `tell` holds it; `keys` and `type` are
hands on the keyboard. `holds NAME TEXT` waits until that is what a field holds, with its caret and what is selected
(`'eau' at 3 []`); `write NAME TEXT` types in a field that opens; `caret NAME N` and `select NAME A B` are what a tool
does there. `act LINE` does what a line of a transcript says (tests/ear/deputy.py), by role and name alone.
"""

import re
import subprocess
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


def note(event):
    EVENTS.append(f"{event.type} {event.detail1} {event.any_data}")


def wait(what, found):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):  # what was said since comes in
            pass
        try:
            got = found()
        except Exception as gone:  # a node may go while it is being read
            got = None if time.monotonic() + 0.2 < end else print("gone", gone, file=sys.stderr)
        if got:
            return got
        time.sleep(0.05)
    print("\n".join([*(lines() if APP else ()), *EVENTS]), file=sys.stderr)
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


def named(name, interface="Action"):
    return next((node for _, node in walk(APP) if node.name == name and interface in node.get_interfaces()), None)


def field(name):
    return wait(name, lambda: named(name, "Text"))


def press(name):
    node = wait(name, lambda: named(name))
    if not node.queryAction().doAction(0):
        sys.exit(f"not pressed: {name}")


def on(text):
    wait(f"the focus on {text}", lambda: any(text in one for one in lines() if " focused" in one.rpartition("|")[2]))


def said(text):
    wait(f"said: {text}", lambda: any(plain(text) in plain(one) for one in EVENTS))


def read(name):
    text = field(name).queryText()
    picked = [text.getSelection(i) for i in range(text.getNSelections())]
    return f"{text.getText(0, -1)!r} at {text.caretOffset} {picked}"


def holds(name, what):
    wait(f"{what} in {name}, which holds {read(name)}", lambda: read(name) == what)


def tell():
    print("\n".join(lines()), flush=True)
    EVENTS.clear()


def hand(*arguments):
    subprocess.run(["xdotool", *arguments], check=True)


def write(name, text):
    """Type in a field that has just been pressed: its first letter again, where it came before the field was open."""
    before = read(name)
    for _ in range(6):
        hand("type", text[0])
        end = time.monotonic() + PATIENCE / 6
        while time.monotonic() < end and read(name) == before:
            GLib.MainContext.default().iteration(False)
            time.sleep(0.05)
        if read(name) != before:
            break
    hand("type", text[1:])


def only(kind, called, interface):
    """Give the only thing so named: of two, one who does not see cannot tell which is meant."""
    found = [node for _, node in walk(APP) if plain(node.name) == called and interface in node.get_interfaces()]
    found = [node for node in found if kind in ("", node.getRoleName().removeprefix("push "))]
    return found[0] if len(found) == 1 else None


def plain(text):
    return " ".join((text or "").split())


def act(row):
    EVENTS.clear()
    what, rest = re.fullmatch(r"> (\S+(?: (?:tab|button|box|item|area))?) ?(.*)", row).groups()
    if what in WAYS:
        WAYS[what](rest)
    elif not wait(row, lambda: only(what, rest, "Action")).queryAction().doAction(0):
        sys.exit(f"not done: {row}")


def over(rest):
    """Type over what a field holds, once the caret is seen there."""
    called, _, text = rest.partition(" = ")
    field = wait(called, lambda: only("", called, "Text")).queryText()
    field.setCaretOffset(0)
    wait(f"the caret in {called}", lambda: field.caretOffset == 0)
    on(called)
    hand("key", "ctrl+a")
    hand("type", "--delay", "40", text)
    wait(f"{text} in {called}", lambda: plain(field.getText(0, -1)) == plain(text))


def amid(rest):
    """Type in the middle of what a field holds, after some words."""
    where, _, text = rest.partition(" = ")
    called, _, before = where.partition(" @ ")
    field = wait(called, lambda: only("", called, "Text")).queryText()
    at = field.getText(0, -1).index(before) + len(before)
    field.setCaretOffset(at)
    wait(f"the caret after {before}", lambda: field.caretOffset == at)
    hand("type", "--delay", "40", text)
    wait(f"{text} after {before}", lambda: before + text in field.getText(0, -1))


APP, EVENTS = None, []
WAYS = {
    "write": over,
    "amend": amid,
    "read": lambda text: wait(text, lambda: any(text in plain(node.name) for _, node in walk(APP))),
    "wait": said,
    "leave": lambda _: hand("key", "Escape"),
    "keys": lambda keys: hand("key", *(KEYS.get(key, key) for key in keys.split())),
}
"""What an act may be besides a press."""
KEYS = {"pagedown": "Next", "pageup": "Prior", "escape": "Escape"}
TAKES = {"tell": 0, "select": 3, "caret": 2, "holds": 2, "write": 2}
"""How many words follow a step; one where nothing is said."""
STEPS = {
    "tell": tell,
    "act": act,
    "press": press,
    "on": on,
    "said": said,
    "holds": holds,
    "see": lambda text: wait(text, lambda: any(text in one for one in lines())),
    "keys": lambda keys: hand("key", *keys.split()),
    "write": write,
    "type": lambda text: hand("type", text),
    "caret": lambda name, at: field(name).queryText().setCaretOffset(int(at)),
    "select": lambda name, start, end: field(name).queryText().setSelection(0, int(start), int(end)),
}
pyatspi.Registry.registerEventListener(
    note, "object:announcement", "object:text-changed", "object:text-caret-moved", "object:state-changed:focused"
)
APP = wait("the table", table)
words = iter(sys.argv[1:])
for step in words:
    STEPS[step](*(next(words) for _ in range(TAKES.get(step, 1))))
