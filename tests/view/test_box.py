from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.view.tree.box import Box

boxes = st.builds(Box, *(st.integers(-500, 500),) * 2, *(st.integers(0, 900),) * 2)


@given(boxes, st.integers(1, 9), st.integers(0, 20))
def test_columns_lose_no_pixel(box: Box, count: int, gap: int) -> None:
    cells = box.columns(count, gap)
    assert sum(cell.w for cell in cells) == max(0, box.w - gap * (count - 1))
    assert all(a.right + gap == b.x for a, b in pairwise(cells))


@given(boxes, boxes)
def test_boxes_meet_when_they_share_a_pixel(one: Box, two: Box) -> None:
    shared = one.meet(two)
    assert one.meets(two) == two.meets(one)
    if one.w and one.h and two.w and two.h:
        assert one.meets(two) == (shared.w > 0 and shared.h > 0)
    assert one.join(two).covers(one)
    assert one.join(two).covers(two)


@given(boxes, st.integers(0, 900), st.integers(0, 30))
def test_a_cut_keeps_both_parts_inside(box: Box, size: int, gap: int) -> None:
    for cut in (box.cut_left, box.cut_right, box.cut_top, box.cut_bottom):
        strip, rest = cut(size, gap)
        assert box.covers(strip)
        assert box.covers(rest)
        assert not (strip.w and strip.h and rest.w and rest.h and strip.meets(rest))


def test_weights_share_a_row() -> None:
    assert [cell.w for cell in Box(0, 0, 100, 10).split_columns(1, 3)] == [25, 75]
