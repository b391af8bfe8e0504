from __future__ import annotations

from kokoro_studio.text.offsets import Edit, OffsetText


def test_new_text_stands_for_the_whole_slice_it_replaced():
    price = OffsetText.of("It is $5 now")
    spoken = price.edit([Edit(6, 8, "five dollars")])
    assert spoken.text == "It is five dollars now"
    assert spoken.span(6, 10) == spoken.span(11, 18) == (6, 8)
    assert spoken.span(19, 22) == (9, 12)


def test_edits_compose_and_removed_text_is_covered_by_nothing():
    text = OffsetText.of("a-b-c").edit([Edit(1, 2, ""), Edit(3, 4, "--")])
    assert text.text == "ab--c"
    again = text.edit([Edit(0, 2, "x")])
    assert again.text == "x--c"
    assert again.span(0, 1) == (0, 3)
    assert again.span(3, 4) == (4, 5)


def test_no_edit_changes_nothing_and_slices_keep_their_places():
    text = OffsetText.of("abc")
    assert text.edit([]) is text
    assert text[1:].span(0, 2) == (1, 3)
