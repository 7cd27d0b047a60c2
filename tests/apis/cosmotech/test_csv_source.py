"""`CSVSourceFile`: the file rules of the guide, the Cypher, and bad input with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cosmotech_client._handwritten.cypher import is_write, literal, quote_name, with_parameters
from cosmotech_client.exceptions import InvalidArgument
from cosmotech_client.twin_data_layer import CsvError, CSVSourceFile, UnusableName

Write = Callable[..., Path]


def test_csv_source_file(write: Write) -> None:
    source = CSVSourceFile(str(write("Customer.csv", "id,name\nc1,Ada\n")))
    assert (source.object_type, source.fields, source.id_column) == ("Customer", ["id", "name"], "id")
    assert source.source_column is None and source.target_column is None
    assert [(row.line, dict(row.cells)) for row in source.rows()] == [(2, {"id": "c1", "name": "Ada"})]
    assert "Customer" in repr(source)


def test_is_node(write: Write) -> None:
    assert CSVSourceFile(write("A.csv", "id\n")).is_node
    assert not CSVSourceFile(write("B.csv", "src,dest\n")).is_node


def test_fields(write: Write) -> None:
    assert CSVSourceFile(write("A.csv", 'id,"a, b",é\n')).fields == ["id", "a, b", "é"]


def test_node_files_need_an_id(write: Write) -> None:
    with pytest.raises(CsvError, match="no column id"):
        CSVSourceFile(write("A.csv", "name\n"))


@pytest.mark.parametrize(("header", "lacking"), [("src,x", "dest"), ("dest,x", "src")])
def test_relationship_files_need_src_and_dest(write: Write, header: str, lacking: str) -> None:
    with pytest.raises(CsvError, match=f"no column {lacking}"):
        CSVSourceFile(write("A.csv", header + "\n"))


def test_src_and_dest_beat_id(write: Write) -> None:
    source = CSVSourceFile(write("A.csv", "id,src,dest\n"))
    assert source.is_relation and not source.is_node


def test_file_name_is_the_label(write: Write) -> None:
    assert CSVSourceFile(write("My Label.csv", "id\n")).object_type == "My Label"
    with pytest.raises(CsvError, match=r"\.csv"):
        CSVSourceFile(write("A.txt", "id\n"))


def test_key_columns_in_any_case(write: Write) -> None:
    source = CSVSourceFile(write("A.csv", "ID,Name\n"))
    assert source.generate_query_insert() == "CREATE (:A {Name: $Name, id: $ID})"
    relation = CSVSourceFile(write("R.csv", "Src,DEST\n"))
    assert "{dest: $DEST, src: $Src}" in relation.generate_query_insert()


def test_generate_query_insert_of_nodes(write: Write) -> None:
    source = CSVSourceFile(write("Customer.csv", "id,age,surname\n"))
    assert source.generate_query_insert() == "CREATE (:Customer {surname: $surname, age: $age, id: $id})"


def test_generate_query_insert_of_relationships(write: Write) -> None:
    source = CSVSourceFile(write("KNOWS.csv", "src,dest,since\n"))
    assert source.generate_query_insert() == (
        "MATCH (source {id:$src}),\n(target {id:$dest})\nCREATE (source)-[rel:KNOWS {since: $since, dest: $dest, src: $src}]->(target)\n"
    )
    assert "(source:Customer {id:$src})" in source.generate_query_insert(source_label="Customer")
    assert "(target:`My Shop` {id:$dest})" in source.generate_query_insert(target_label="My Shop")


def test_names_that_need_quoting_are_quoted(write: Write) -> None:
    source = CSVSourceFile(write("My Label.csv", "id,unit price,match\n"))
    assert source.generate_query_insert() == "CREATE (:`My Label` {`unit price`: $column_2, `match`: $match, id: $id})"
    with pytest.raises(UnusableName):
        CSVSourceFile(write("A`B.csv", "id\n")).generate_query_insert()


def test_parameter_names_never_clash(write: Write) -> None:
    source = CSVSourceFile(write("A.csv", "id,column_3,a b,a-b\n"))
    assert source.parameters == {"id": "id", "column_3": "column_3", "a b": "column_3_", "a-b": "column_4"}


BAD = {
    "empty": (b"", 1, 1, "empty"),
    "blank_first_line": (b"\nid\nx\n", 1, 1, "empty"),
    "no_id": (b"a,b\n1,2\n", 1, 1, "no column id"),
    "duplicate_headers": (b"id,a,b,a\n", 1, 4, "'a' is there twice"),
    "headers_that_differ_in_case": (b"id,a,ID\n", 1, 3, "different case"),
    "no_name": (b"id,,b\n", 1, 2, "no name"),
    "spaces": (b"id, b\n", 1, 2, "spaces"),
    "byte_order_mark": (b"\xef\xbb\xbfid\nx\n", 1, 1, "byte order mark"),
    "utf_16": ("id\nx\n".encode("utf-16"), 1, 1, "byte order mark"),
    "latin_1": ("id,name\nx,y\nz,Ren\u00e9\n".encode("latin-1"), 3, 2, "0xe9 is not utf-8"),
    "latin_1_in_the_header": ("id,pr\u00e9nom\n".encode("latin-1"), 1, 2, "0xe9"),
    "too_few_cells": (b"id,a,b\n1,2,3\n4,5\n", 3, 3, "2 cells, the header has 3"),
    "too_many_cells": (b'id,a\n1,"2\n2"\n4,5,6\n', 4, 3, "3 cells, the header has 2"),
    "open_quote": (b'id,a\n1,"2\n', 2, 1, "not CSV"),
    "empty_id": (b"a,id\nx,1\ny,\n", 3, 2, "'id' is empty"),
    "id_twice": (b"id\nx\ny\nx\n", 4, 1, "there already, on line 2"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_named_with_file_line_and_column(write: Write, case: str) -> None:
    content, line, column, message = BAD[case]
    path = write("Thing.csv", content)
    with pytest.raises(CsvError, match=message) as caught:
        CSVSourceFile(path).check()
    assert (caught.value.file, caught.value.line, caught.value.column) == (str(path), line, column)
    assert str(caught.value).startswith(f"{path}:{line}:{column}: ")


def test_other_encodings_on_request(write: Write) -> None:
    assert CSVSourceFile(write("A.csv", b"\xef\xbb\xbfid\nx\n"), encoding="utf-8-sig").check() == {"x": 2}
    latin = CSVSourceFile(write("B.csv", "id\nRené\n".encode("latin-1")), encoding="latin-1")
    assert latin.check() == {"René": 2}


def test_large_cells_and_line_breaks(write: Write) -> None:
    text = "x" * 300_000
    source = CSVSourceFile(write("A.csv", f'id,a\r\n1,"{text}"\r\n\r\n2,"two\nlines"\r\n'))
    assert [(row.line, len(row.cells["a"])) for row in source.rows()] == [(2, 300_000), (4, 9)]


def test_to_frame(write: Write) -> None:
    frame = CSVSourceFile(write("A.csv", "id,a\n1,x\n2,\n")).to_frame()
    assert frame.to_dict("records") == [{"id": "1", "a": "x"}, {"id": "2", "a": ""}]


@pytest.mark.parametrize(
    ("name", "quoted"),
    [("abc", "abc"), ("_a1", "_a1"), ("a b", "`a b`"), ("1a", "`1a`"), ("é", "`é`"), ("Match", "`Match`"), ("a'}", "`a'}`")],
)
def test_quote_name(name: str, quoted: str) -> None:
    assert quote_name(name) == quoted


@pytest.mark.parametrize("name", ["", "a`b", "a\nb", "a\0b"])
def test_names_that_cannot_be_expressed(name: str) -> None:
    with pytest.raises(UnusableName):
        quote_name(name)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a'b\\c\n", r"'a\'b\\c\n'"),
        (1, "1"),
        (1.5, "1.5"),
        (True, "true"),
        (None, "null"),
        ([1, "a"], "[1, 'a']"),
        ({"a b": 1}, "{`a b`: 1}"),
    ],
)
def test_literals(value: Any, text: str) -> None:
    assert literal(value) == text


@pytest.mark.parametrize("value", [float("nan"), "a\0b", object()])
def test_values_without_a_literal(value: Any) -> None:
    with pytest.raises(InvalidArgument):
        literal(value)


def test_parameters_stand_before_a_query() -> None:
    assert with_parameters("RETURN $a", {"a": "x"}) == "CYPHER a='x' RETURN $a"
    with pytest.raises(InvalidArgument):
        with_parameters("RETURN 1", {"a b": 1})


@pytest.mark.parametrize(
    ("query", "writes"),
    [
        ("MATCH (n) RETURN n", False),
        ("create (n)", True),
        ("MATCH (n) RETURN 'create'", False),
        ("MATCH (n:`set`) RETURN n.created", False),
        ("MATCH (n) DETACH DELETE n", True),
    ],
)
def test_what_a_query_does(query: str, writes: bool) -> None:
    assert is_write(query) is writes
