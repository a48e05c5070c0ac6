"""An AT-SPI client for the system's python3: prints what it hears, presses a name, and prints again."""

import sys
import time

import pyatspi


def walk(node, depth=0, seen=None):
    yield depth, node
    for i in range(node.childCount):
        kid = node.getChildAtIndex(i)
        if kid is not None:
            yield from walk(kid, depth + 1)


def application(part):
    for _ in range(60):
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            app = desktop.getChildAtIndex(i)
            if app is not None and app.childCount and part in (app.name or "") + (app[0].name or ""):
                return app
        time.sleep(0.25)
    sys.exit(f"no application named {part} among {[(a.name, a.childCount) for a in pyatspi.Registry.getDesktop(0)]}")


def states(node):
    return sorted(pyatspi.stateToString(state) for state in node.getState().getStates())


def tell(app):
    for depth, node in walk(app):
        kept = [state for state in states(node) if state in ("checked", "selected", "focused", "focusable", "modal")]
        print(f"{'  ' * depth}{node.getRoleName()} | {node.name} | {' '.join(kept)}")


def press(app, name):
    for _, node in walk(app):
        if node.name == name and "queryAction" in dir(node):
            return node.queryAction().doAction(0)
    sys.exit(f"nothing named {name}")


app = application(sys.argv[1])
tell(app)
for name in sys.argv[2:]:
    print("press", name, press(app, name))
    time.sleep(0.7)
    tell(app)
