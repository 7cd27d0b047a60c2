"""The guide's functions under the same names, async: `connection`, `workspace`, `twin_data_layer`, `runner`."""
