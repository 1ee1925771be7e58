"""Statements over an edited page: found by their words, never by guessing."""

from hypothesis import given
from hypothesis import strategies as st

from citations.kinds import StatementKind
from citations.matching import Place, carry


def places(*words: str) -> list[Place]:
    """Return the statements of a page of these sentences, each with its neighbours as context."""
    padded = ["", *words, ""]
    return [Place(StatementKind.SENTENCE, word, padded[index], padded[index + 2]) for index, word in enumerate(words)]


def test_an_unchanged_page_keeps_every_statement() -> None:
    page = places("Eins.", "Zwei.", "Drei.")
    assert carry(page, page).found == (0, 1, 2)


def test_a_moved_sentence_is_found_by_its_words() -> None:
    carried = carry(places("Eins.", "Zwei.", "Drei."), places("Drei.", "Eins.", "Zwei."))
    assert carried.found == (2, 0, 1)
    assert carried.lost == ()


def test_a_reworded_sentence_is_new_and_the_old_one_lost() -> None:
    carried = carry(places("Eins.", "Zwei."), places("Eins.", "Zwo."))
    assert carried.found == (0, None)
    assert carried.lost == (1,)


def test_equal_sentences_are_told_apart_by_what_stands_around_them() -> None:
    old = places("A.", "Gleich.", "B.", "Gleich.", "C.")
    new = places("Neu.", "A.", "Gleich.", "B.", "Gleich.", "C.")
    assert carry(old, new).found == (None, 0, 1, 2, 3, 4)


def test_equal_sentences_without_context_are_not_guessed() -> None:
    carried = carry(places("A.", "Gleich.", "B.", "Gleich.", "C."), places("X.", "Gleich.", "Y."))
    assert carried.found == (None, None, None)
    assert set(carried.lost) == {0, 1, 2, 3, 4}


@given(st.lists(st.sampled_from("ABCDE"), max_size=8), st.lists(st.sampled_from("ABCDE"), max_size=8))
def test_no_statement_is_used_twice_and_words_always_agree(old_words: list[str], new_words: list[str]) -> None:
    old, new = places(*old_words), places(*new_words)
    carried = carry(old, new)
    used = [index for index in carried.found if index is not None]
    assert len(used) == len(set(used))
    assert sorted([*used, *carried.lost]) == list(range(len(old)))
    assert all(was is None or old[was].exact == new[index].exact for index, was in enumerate(carried.found))
