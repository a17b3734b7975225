#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/readers/reader.h"

namespace backfile {

/// Reads SGML of many records: Reuters-21578 ("<REUTERS …>", by its README), and the form that TREC
/// gave to news collections ("<DOC>" with "<DOCNO>", or "<DOC id=…>" as in English Gigaword). One
/// record at a time is kept in memory.
void read_sgml(const Input& input, const FieldMap& map, ArticleSink& sink);

/// Whether `text`, the beginning of a file, has such a record.
bool is_sgml(std::string_view text);

/// How many bytes of the beginning of such a file are whole records: all before the last that
/// begins.
std::size_t whole_sgml_records(std::string_view start);

}  // namespace backfile
