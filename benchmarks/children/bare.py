"""The floor of a window: Python, pygame, an empty window, one flip. `bare.py [idle SECONDS | memory]`.

It is given what makes the table quick too (no acceleration, the display module alone), so that it is a floor.
"""

import os
import sys
import time

os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

pygame.display.init()
memory = sys.argv[1:2] == ["memory"]
wide, high = pygame.display.get_desktop_sizes()[0]
size = (wide, high) if memory else (wide * 9 // 10, high * 9 // 10)
pygame.display.set_mode(size, pygame.RESIZABLE)
pygame.display.flip()
frame = time.monotonic()

import json  # noqa: E402  after the frame
from pathlib import Path  # noqa: E402

facts = {"frame": frame}
if memory:
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    facts["pss"] = next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
if sys.argv[1:2] == ["idle"]:
    clock, until = pygame.time.Clock(), time.monotonic() + float(sys.argv[2])
    spent = time.process_time()
    began = time.monotonic()
    while time.monotonic() < until:
        pygame.event.get()
        clock.tick(60)
    facts["cpu"] = 100 * (time.process_time() - spent) / (time.monotonic() - began)
print(json.dumps(facts))
