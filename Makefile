# Everything runs in .venv; each target makes it first if need be.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: check test torture messages pictures bench format constraints wheel bundle site release

check: .venv/ready
	.ci/check

test: .venv/ready
	$(BIN)/python -m pytest -n 2

# Attacks of minutes to hours: kills, power cuts, flipped bits, hostile files; and the wide grids of the suite's own tests.
# TORTURE=tests/torture/test_x.py runs one.
TORTURE ?= tests/torture tests/content/test_other_towns.py tests/drawing tests/table/test_renewal.py \
	tests/desk/test_kill.py tests/authoring/test_check_typos.py \
	tests/table/test_strokes.py tests/table/test_two_windows.py tests/table/test_second_screen.py \
	tests/x11/test_kill.py tests/printing/test_command.py tests/printing/test_pdf.py \
	tests/view/test_board_sound.py tests/view/test_every_screen.py tests/view/test_hand_labels.py \
	tests/view/test_rounding.py tests/view/test_podium.py tests/view/test_kept.py tests/view/test_ballots.py \
	tests/view/test_longer_words.py tests/view/test_apart.py tests/table/test_access.py \
	tests/table/test_every_gesture.py tests/x11/test_hands.py tests/x11/test_fingers.py \
	tests/ear/test_afternoon.py tests/ear/test_heard.py \
	tests/table/test_walked.py tests/view/test_beneath.py \
	tests/test_docs.py \
	tests/view/test_council.py
torture: .venv/ready
	CLAP_TORTURE=1 $(BIN)/python -m pytest -n 2 $(TORTURE)

messages: .venv/ready
	$(BIN)/python .ci/messages.py

# The guides' pictures, as the table shows them today.
pictures: .venv/ready
	$(BIN)/python -m tests.guides.pictures

bench: .venv/ready
	$(BIN)/python -m benchmarks

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

wheel: .venv/ready
	$(BIN)/python -m pip wheel -q --no-deps -w dist .

# A folder that starts the table where there is no Python, for this kind of system, in dist/.
bundle: .venv/ready
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e ".[bundle]"
	$(BIN)/python .ci/bundle.py dist

site:
	.ci/site

release: .venv/ready
	.ci/release

# Pins without any host name; needs uv, which is not otherwise used.
constraints: .venv/ready
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --all-extras --no-header --no-annotate --upgrade \
		pyproject.toml -o constraints.txt

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $@
