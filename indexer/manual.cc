#include "indexer/manual.h"

#include <array>

namespace backfile {
namespace {

constexpr std::array before{ManSection{
    "DESCRIPTION",
    R"(Reads news articles and makes an index for backfile-search. A source is a directory, which is
read with all that is below it, a file, or - for standard input. JSON, JSON lines and plain text are
told apart by their content.

Run again on the same sources, it adds new articles, updates changed ones and leaves the rest. What
cannot be read is reported and stops nothing else.)"}};

constexpr std::array after{
    ManSection{
        "EXIT STATUS",
        R"(0: done. 1: done, but some articles could not be read. 2: wrong usage, or an index that
cannot be used. 130: interrupted; what was committed stays.)"},
    ManSection{
        "ENVIRONMENT",
        R"(BACKFILE_DB: the index, when --db is not given. When neither is, .backfile in the current
directory or in the nearest one above that has it.

NO_COLOR: no colours unless --color always is given.)"},
    ManSection{"EXAMPLES", R"(What would be read, one JSON object an article:

  backfile-index --dry-run --report - archive/

An archive whose records call the headline "h1":

  backfile-index --map title=h1 --outlet "Harbour Gazette" archive/2021.jsonl)"},
    ManSection{"SEE ALSO", "backfile-search(1)"}};

}  // namespace

std::span<const ManSection> index_manual_before() { return before; }
std::span<const ManSection> index_manual_after() { return after; }

}  // namespace backfile
