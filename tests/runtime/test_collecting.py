"""While many objects are read, Python searches for cyclic garbage seldom: it is never switched off, and what the program has chosen comes back."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator

import pytest
from demo_client._runtime.codec.collecting import MANY, seldom


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """A threshold that is known; whatever stood there comes back."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_the_threshold_is_higher_inside_and_comes_back() -> None:
    with seldom:
        assert gc.get_threshold() == (MANY, 10, 10)
        assert gc.isenabled()
    assert gc.get_threshold() == (700, 10, 10)


def test_it_comes_back_after_an_error_and_with_the_last_one_who_leaves() -> None:
    with pytest.raises(KeyError), seldom:
        with seldom:
            pass
        assert gc.get_threshold()[0] == MANY
        raise KeyError
    assert gc.get_threshold() == (700, 10, 10)


def test_threads_may_come_and_go_in_any_order() -> None:
    inside, leave = threading.Event(), threading.Event()

    def other() -> None:
        with seldom:
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=other)
    with seldom:
        thread.start()
        assert inside.wait(10)
    assert gc.get_threshold()[0] == MANY
    leave.set()
    thread.join()
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("chosen", [(0, 10, 10), (MANY + 1, 5, 5)])
def test_a_search_that_is_off_or_more_seldom_stays_so(chosen: tuple[int, int, int]) -> None:
    gc.set_threshold(*chosen)
    with seldom:
        assert gc.get_threshold() == chosen
    assert gc.get_threshold() == chosen


def test_what_the_program_chooses_meanwhile_holds() -> None:
    with seldom:
        gc.set_threshold(1234)
    assert gc.get_threshold()[0] == 1234


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_child_starts_with_the_threshold_of_the_program() -> None:
    with seldom:
        child = os.fork()
        if child == 0:
            os._exit(0 if gc.get_threshold() == (700, 10, 10) else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert gc.get_threshold() == (700, 10, 10)
