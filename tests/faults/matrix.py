"""The table of faults as data: for each row and column what the client is to do, and the tests that show it.

A test is either a story of `test_matrix.py`, told once for each fault of the row, or a test of its own, named by its file and function. This module
imports nothing of the client, so that the table can be drawn without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

COLUMNS: Final = ("GET", "POST", "list", "batch", "poll", "upload", "download", "token")

LEGEND: Final = {
    "R": "retried, within the number of attempts and the deadline",
    "R1": "sent once more",
    "E": "a typed error at once",
    "A": "not sent again, unless it is safe to repeat; the error says that it may have been applied",
    "P": "`BatchError` with the report: done, failed, unknown, skipped",
    "C": "polling continues",
    "–": "cannot occur",
}

FAULTS_HERE: Final = "tests/faults/"


@dataclass(frozen=True)
class Cell:
    """What is to happen, and the tests that show it: `story`, `story@column` (a variant of the column), or `file::function`."""

    text: str
    tests: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One kind of fault; `faults` are the names by which `test_matrix.py` knows its forms."""

    name: str
    faults: tuple[str, ...]
    cells: Mapping[str, Cell]


def cell(text: str, *tests: str) -> Cell:
    return Cell(text, tests)


NONE: Final = Cell("–")
NET = "tests/faults/test_network.py::"
AUTH = "tests/faults/test_credentials.py::"
LINKS = "tests/faults/test_links.py::"
VALUES = "tests/faults/test_values.py::"
BATCHES = "tests/faults/test_batches.py::"
BASE = "tests/runtime/"
COGNITE = "tests/apis/cognite/"


def _row(name: str, faults: tuple[str, ...], *cells: Cell) -> Row:
    assert len(cells) == len(COLUMNS), name
    return Row(name, faults, dict(zip(COLUMNS, cells, strict=True)))


R = cell("R", "repeated")

ROWS: Final = (
    _row(
        "connect, DNS, reset during handshake",
        ("refused", "handshake"),
        cell("R", "connected_again", f"{NET}test_no_such_name"),
        cell("R", "connected_again", f"{NET}test_no_such_name"),
        cell("R", "connected_again", f"{NET}test_no_such_name"),
        cell("R", "connected_again", f"{NET}test_no_such_name"),
        cell("C", "connected_again", f"{NET}test_no_such_name"),
        cell("R", "connected_again", "connected_again@new upload", f"{NET}test_no_such_name"),
        cell("R", "connected_again", f"{NET}test_no_such_name"),
        cell("R", "connected_again", f"{NET}test_no_such_name"),
    ),
    _row(
        "bad TLS",
        (),
        cell("E", f"{NET}test_bad_tls"),
        cell("E", f"{NET}test_bad_tls"),
        cell("E", f"{NET}test_bad_tls"),
        cell("E, rest skipped", f"{NET}test_bad_tls", f"{BASE}auth/test_token_flows.py::test_bad_tls_is_an_error_at_once"),
        cell("E with job id", f"{NET}test_bad_tls", f"{BASE}auth/test_token_flows.py::test_bad_tls_is_an_error_at_once"),
        cell("E", f"{NET}test_bad_tls"),
        cell("E", f"{NET}test_bad_tls"),
        cell("E", f"{NET}test_bad_tls", f"{BASE}auth/test_token_flows.py::test_bad_tls_is_an_error_at_once"),
    ),
    _row(
        "429 with Retry-After in seconds or as a date",
        ("429, seconds", "429, date"),
        R,
        R,
        cell("R same page", "repeated"),
        cell("R, one shared pause", "repeated", f"{BASE}batching/test_batches.py::test_one_pause_for_all"),
        cell("C", "repeated", f"{BASE}jobs/test_jobs.py::test_retry_after_and_pace"),
        cell("R", "repeated", "repeated@new upload"),
        R,
        cell("R shared", "repeated", f"{AUTH}test_one_pause_at_the_token_endpoint"),
    ),
    _row(
        "Retry-After nan, inf, negative, in the past",
        ("nan", "inf", "negative", "in the past"),
        cell("own backoff", "repeated"),
        cell("own backoff", "repeated"),
        cell("own backoff", "repeated"),
        cell("own backoff", "repeated"),
        cell("own pace", "repeated"),
        cell("own backoff", "repeated"),
        cell("own backoff", "repeated"),
        cell("own backoff", "repeated"),
    ),
    _row(
        "Retry-After above the cap",
        ("above the cap",),
        cell("E", "refused"),
        cell("E", "refused"),
        cell("E", "refused"),
        cell("P", "failed_part", f"{BASE}batching/test_batches.py::test_a_pause_beyond_the_cap_is_a_failure"),
        cell("C to deadline", "polled_to_the_end", f"{BASE}jobs/test_jobs.py::test_a_pause_without_end_is_not_waited_for"),
        cell("E", "refused", "refused@new upload"),
        cell("E", "refused"),
        cell("E", "refused"),
    ),
    _row(
        "500, 502, 504",
        ("500", "502", "504"),
        R,
        cell("A", "unrepeated"),
        R,
        cell("unknown → P", "reported"),
        cell("C", "repeated"),
        cell(
            "R if rewindable and safe",
            "repeated",
            "unrepeated@new upload",
            f"{BASE}call/test_calls.py::test_a_stream_that_cannot_be_rewound_is_sent_once",
        ),
        cell("R with Range", "repeated"),
        R,
    ),
    _row(
        "503",
        ("503",),
        R,
        cell("R only if marked safe", "unrepeated", "repeated@safe POST"),
        R,
        cell("as POST", "reported", "repeated@safe batch"),
        cell("C", "repeated"),
        cell("R if safe", "repeated", "unrepeated@new upload"),
        R,
        R,
    ),
    _row(
        "reset after send, idle close, read timeout",
        ("reset", "closed", "read timeout"),
        cell("R", "repeated", f"{NET}test_idle_connections_are_not_trusted"),
        cell("A", "unrepeated", "repeated@safe POST", f"{NET}test_idle_connections_are_not_trusted"),
        R,
        cell("unknown → P", "reported", "repeated@safe batch"),
        cell("C", "repeated"),
        cell("A", "unrepeated@new upload", "repeated", f"{NET}test_idle_connections_are_not_trusted"),
        R,
        R,
    ),
    _row(
        "truncated body (Content-Length, chunked)",
        ("truncated", "truncated chunks"),
        R,
        cell("A", "unrepeated"),
        cell("R page", "repeated"),
        cell("unknown → P", "reported"),
        cell("C", "repeated"),
        cell("A", "unrepeated@new upload", "repeated"),
        cell(
            "Range + If-Range, keep the part file",
            f"{NET}test_a_download_that_breaks_off",
            f"{BASE}files/test_downloads.py::test_resumed_where_it_broke_off",
            f"{BASE}files/test_downloads.py::test_the_part_is_kept_and_used_later",
        ),
        R,
    ),
    _row(
        "HTML with 200, bad JSON, silent truncation",
        ("html", "bad json", "silent truncation"),
        cell("R1 then DecodeError", "replayed_once"),
        cell("A", "unrepeated"),
        cell("R1", "replayed_once", f"{COGNITE}test_odd_answers.py::test_what_cannot_be_read_is_repeated_only_where_that_is_safe"),
        cell("unknown → P", "reported", f"{COGNITE}test_odd_answers.py::test_what_cannot_be_read_is_repeated_only_where_that_is_safe"),
        cell("C three times, then E", "borne_three_times"),
        NONE,
        cell("length or hash → E", f"{VALUES}test_damaged_downloads"),
        cell("E, cache nothing", "refused", f"{AUTH}test_no_token_is_kept_of_a_bad_answer"),
    ),
    _row(
        "drip, black hole (a per-read timeout never fires)",
        ("drip", "black hole"),
        cell("deadline", "deadline"),
        cell("A", "deadline"),
        cell("deadline", "deadline"),
        cell("P", "deadline_of_the_batch"),
        cell("JobTimeout with the job", "job_timeout"),
        cell("deadline", "deadline", f"{BASE}retry/test_tries.py::test_a_server_that_stops_reading"),
        cell("resume", "resumed"),
        cell(
            "waiters released",
            f"{AUTH}test_waiters_are_released",
            f"{BASE}auth/test_token_flows.py::test_a_black_hole_releases_all_who_wait",
        ),
    ),
    _row(
        "401 once",
        (),
        cell("refresh, R1", f"{AUTH}test_401_once"),
        cell("R1", f"{AUTH}test_401_once"),
        cell("R1 same cursor", f"{AUTH}test_401_once"),
        cell("one refresh, R1", f"{AUTH}test_401_once", f"{COGNITE}test_split_calls.py::test_a_token_that_expires_halfway_is_renewed_once"),
        cell("R1", f"{AUTH}test_401_once"),
        cell("R1, new URL", f"{AUTH}test_401_once", f"{LINKS}test_a_link_that_has_expired_is_asked_for_anew"),
        cell("R1, new URL", f"{AUTH}test_401_once", f"{LINKS}test_a_link_that_has_expired_is_asked_for_anew"),
        NONE,
    ),
    _row(
        "401 again, 403",
        ("403",),
        cell("E", "refused", f"{AUTH}test_401_again"),
        cell("E", "refused", f"{AUTH}test_401_again"),
        cell("E", "refused", f"{AUTH}test_401_again"),
        cell("P, stop", "stopped", f"{AUTH}test_401_again"),
        cell("E (the job is not failed)", "refused", f"{AUTH}test_401_again"),
        cell("E", "refused", f"{AUTH}test_401_again"),
        cell("E", "refused", f"{AUTH}test_401_again"),
        cell("E", "refused", f"{AUTH}test_wrong_client"),
    ),
    _row(
        "expiry race over N threads, clock skew ± 10 min",
        (),
        cell(
            "1 token call",
            f"{AUTH}test_expiry_race",
            f"{AUTH}test_clock_skew",
            f"{BASE}auth/test_token_flows.py::test_many_401_refresh_once",
        ),
        cell("1 token call", f"{AUTH}test_expiry_race", f"{AUTH}test_clock_skew"),
        cell("1 token call", f"{AUTH}test_expiry_race", f"{AUTH}test_clock_skew"),
        cell("1 token call", f"{AUTH}test_expiry_race", f"{AUTH}test_clock_skew"),
        cell("token read again", f"{AUTH}test_each_poll_reads_the_token_again", f"{AUTH}test_clock_skew"),
        cell("at start", f"{AUTH}test_an_upload_takes_its_token_at_its_start", f"{AUTH}test_clock_skew"),
        NONE,
        cell("old token kept while it still works", f"{BASE}auth/test_token_flows.py::test_the_old_token_serves_while_it_works"),
    ),
    _row(
        "redirect to another origin",
        (),
        cell("E", f"{LINKS}test_redirects_are_refused"),
        cell("E, body not replayed", f"{LINKS}test_redirects_are_refused"),
        cell("E", f"{LINKS}test_redirects_are_refused"),
        cell("E", f"{LINKS}test_redirects_are_refused"),
        cell("E", f"{LINKS}test_redirects_are_refused"),
        cell("allow-listed host, none of our headers", f"{LINKS}test_redirects_are_refused", f"{LINKS}test_uploads_follow_to_listed_hosts"),
        cell(
            "allow-listed host, none of our headers", f"{LINKS}test_redirects_are_refused", f"{LINKS}test_downloads_follow_to_listed_hosts"
        ),
        cell("never", f"{LINKS}test_redirects_are_refused"),
    ),
    _row(
        "server-supplied URL: http, private address, other origin",
        (),
        cell("E", f"{LINKS}test_supplied_addresses", f"{LINKS}test_requests_to_inner_addresses"),
        cell("E", f"{LINKS}test_supplied_addresses", f"{LINKS}test_requests_to_inner_addresses"),
        cell("E next link", f"{LINKS}test_supplied_addresses", f"{LINKS}test_next_links_are_not_followed"),
        cell("E", f"{LINKS}test_supplied_addresses"),
        cell("E", f"{LINKS}test_supplied_addresses"),
        cell("E", f"{LINKS}test_supplied_addresses", f"{LINKS}test_requests_to_inner_addresses"),
        cell("E", f"{LINKS}test_supplied_addresses"),
        cell("E", f"{LINKS}test_supplied_addresses"),
    ),
    _row(
        "mixed 2xx/4xx/5xx/timeout over chunks",
        (),
        NONE,
        NONE,
        NONE,
        cell(
            "P, in order, each sent once",
            f"{BATCHES}test_mixed_fates",
            f"{BASE}batching/test_batches.py::test_mixed_answers",
            f"{COGNITE}test_split_calls.py::test_a_part_that_may_have_been_applied_is_never_sent_again",
        ),
        NONE,
        cell(
            "each file its own fate",
            f"{BATCHES}test_many_uploads",
            f"{COGNITE}test_interrupted_files.py::test_a_folder_says_what_became_of_each_file",
        ),
        cell("each file its own fate", f"{BATCHES}test_many_downloads"),
        NONE,
    ),
    _row(
        "413",
        ("413",),
        cell("E", "refused"),
        cell("E", "refused"),
        cell("E", "refused"),
        cell("halve down to 1, then P", f"{BATCHES}test_413_down_to_one", f"{BASE}batching/test_batches.py::test_413_halves"),
        NONE,
        cell("E", "refused", "refused@new upload"),
        NONE,
        NONE,
    ),
    _row(
        "same cursor again, cycle; empty page with a cursor",
        (),
        NONE,
        NONE,
        cell(
            "error; go on, capped",
            f"{BATCHES}test_pages_that_go_round",
            f"{BATCHES}test_empty_pages",
            f"{BASE}paging/test_pages.py::test_a_repeated_mark_is_refused",
            f"{BASE}paging/test_pages.py::test_an_ignored_offset_is_noticed",
            f"{BASE}paging/test_pages.py::test_goes_on_over_an_empty_page",
            f"{COGNITE}test_odd_answers.py::test_pages_that_lead_nowhere_end",
            f"{COGNITE}test_odd_answers.py::test_a_server_that_ignores_where_to_go_on_is_told_of",
        ),
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
    ),
    _row(
        "job failed, cancelled; unknown status, early 404; endless",
        (),
        NONE,
        NONE,
        NONE,
        NONE,
        cell(
            "JobFailed, JobCancelled; C and warn; JobTimeout, resumable",
            f"{BATCHES}test_jobs_that_end_badly",
            f"{BATCHES}test_odd_answers_of_polls",
            f"{BATCHES}test_an_endless_job",
            f"{BASE}jobs/test_jobs.py::test_jobs_that_end_badly",
            f"{BASE}jobs/test_jobs.py::test_an_unknown_status_warns_once_and_goes_on",
            f"{BASE}jobs/test_jobs.py::test_an_unknown_job_is_given_time_and_then_lost",
            f"{BASE}jobs/test_jobs.py::test_a_timeout_is_exact_and_cancels_nothing",
        ),
        NONE,
        NONE,
        NONE,
    ),
    _row(
        "NaN, int > 2^53, unknown enum or field, null",
        (),
        cell("exact, or DecodeError with a path", f"{VALUES}test_values_that_come"),
        cell("ValueError before sending", f"{VALUES}test_values_that_go"),
        cell("exact, or DecodeError with a path", f"{VALUES}test_values_that_come"),
        cell(
            "index of the item",
            f"{VALUES}test_values_of_batches",
            f"{BASE}batching/test_batches.py::test_an_item_that_cannot_be_sent_is_named",
        ),
        cell("exact, or DecodeError with a path", f"{VALUES}test_values_that_come"),
        cell("ValueError before sending", f"{VALUES}test_values_that_go"),
        NONE,
        NONE,
    ),
    _row(
        "path argument '', '.', '..', NUL; '/', '%2F'",
        (),
        cell(
            "ValueError; encoded once",
            f"{VALUES}test_paths",
            f"{COGNITE}test_refused_arguments.py::test_a_name_never_leads_to_another_path",
        ),
        cell("ValueError; encoded once", f"{VALUES}test_paths"),
        cell("ValueError; encoded once", f"{VALUES}test_paths"),
        cell("ValueError; encoded once", f"{VALUES}test_paths"),
        cell("job ids too", f"{VALUES}test_paths", f"{VALUES}test_ids_of_jobs"),
        cell("ValueError; encoded once", f"{VALUES}test_paths"),
        cell("ValueError; encoded once", f"{VALUES}test_paths"),
        NONE,
    ),
    _row(
        "CR or LF in header, key, file name",
        (),
        cell("ValueError without echo", f"{VALUES}test_line_breaks"),
        cell("ValueError without echo", f"{VALUES}test_line_breaks"),
        cell("ValueError without echo", f"{VALUES}test_line_breaks"),
        cell("ValueError without echo", f"{VALUES}test_line_breaks"),
        cell("ValueError without echo", f"{VALUES}test_line_breaks"),
        cell("ValueError without echo", f"{VALUES}test_line_breaks", f"{VALUES}test_line_breaks_in_file_names"),
        cell(
            "base name, inside the folder",
            f"{VALUES}test_file_names_of_servers",
            f"{BASE}files/test_downloads.py::test_file_names",
            f"{COGNITE}test_interrupted_files.py::test_names_stay_in_the_folder_and_contents_with_their_names",
        ),
        cell("no echo", f"{VALUES}test_line_breaks_in_tokens"),
    ),
    _row(
        "gzip, zip, tar bomb; zip slip",
        ("gzip bomb",),
        cell("byte cap, E", "refused"),
        cell("byte cap, E", "refused"),
        cell("byte cap, E", "refused"),
        cell("byte cap, P", f"{VALUES}test_a_bomb_in_a_batch"),
        cell("byte cap, E", "refused"),
        NONE,
        cell(
            "ratio and count caps",
            f"{BASE}files/test_downloads.py::test_a_packed_file_is_unpacked_and_a_bomb_is_not",
            f"{VALUES}test_archive_bombs",
            f"{VALUES}test_archives_stay_inside",
        ),
        cell("1 MiB cap", f"{VALUES}test_a_bomb_at_the_token_endpoint", f"{BASE}auth/test_token_flows.py::test_an_answer_is_capped"),
    ),
    _row(
        "Ctrl-C, task cancelled, fork",
        (),
        cell("no leak", f"{NET}test_interrupted", f"{BASE}declarations/test_settings.py::test_a_forked_child_opens_its_own_connections"),
        cell("A", f"{NET}test_interrupted"),
        cell(
            "closable",
            f"{NET}test_interrupted",
            f"{BASE}paging/test_pages.py::test_leaving_early_leaves_nothing",
            f"{COGNITE}test_split_calls.py::test_a_walk_that_is_left_early_asks_for_nothing_more",
            f"{COGNITE}test_split_calls.py::test_an_interrupted_list_reads_no_further",
        ),
        cell(
            "P",
            f"{NET}test_interrupted_batches",
            f"{BASE}batching/test_batches.py::test_ctrl_c_gives_the_report_so_far",
            f"{BASE}batching/test_batches.py::test_a_cancelled_task_has_its_report",
            f"{COGNITE}test_split_calls.py::test_an_interruption_says_what_became_of_every_item",
        ),
        cell("prompt, job untouched", f"{NET}test_interrupted_polls"),
        cell("abort", f"{NET}test_interrupted"),
        cell("part file kept", f"{NET}test_interrupted_downloads"),
        cell(
            "next caller retries",
            f"{NET}test_interrupted_token_calls",
            f"{BASE}auth/test_token_flows.py::test_a_stopped_leader_is_followed_by_another",
            f"{BASE}auth/test_token_flows.py::test_a_forked_child_is_not_stuck",
        ),
    ),
)


def generic() -> list[tuple[str, str, str, str]]:
    """(row, column, story, fault) of every test that is a story of `test_matrix.py`."""
    return [
        (row.name, variant or column, story, fault)
        for row in ROWS
        for column, found in row.cells.items()
        for test in found.tests
        if "::" not in test
        for story, _, variant in [test.partition("@")]
        for fault in row.faults
    ]
