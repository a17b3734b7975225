#include "searcher/manual.h"

#include <array>

namespace backfile {
namespace {

constexpr std::array before{ManSection{
    "DESCRIPTION",
    R"(Searches an index that backfile-index made. Words side by side must all be in an article, in
any form (council finds councils); the most relevant articles come first.

Everything that is not an option belongs to the query, in the order given. An argument with one
dash whose letters are not options is a word that must not occur:

  backfile-search council budget -sport

Behind -- everything belongs to the query. Without words, the articles that the filters choose are
listed. Filters of one field widen each other (two outlets: either), but every topic must be there;
filters of different fields narrow each other.)"}};

constexpr std::array after{
    ManSection{
        "EXIT STATUS",
        R"(0: at least one article matches. 1: none does. 2: wrong usage, a query that cannot be
understood, or an index that cannot be used. 130: interrupted.)"},
    ManSection{
        "ENVIRONMENT",
        R"(BACKFILE_DB: the index, when --db is not given. When neither is, .backfile in the current
directory or in the nearest one above that has it.

NO_COLOR: no colours unless --color always is given. COLUMNS: the width of the text.)"},
    ManSection{"EXAMPLES",
               R"(The newest articles of two papers about a bridge:

  backfile-search bridge --outlet "The Harbour Gazette" --outlet "Ostrey Foghorn" --sort newest

How many articles there are, by outlet, topic and year:

  backfile-search --facets -n 0

Ids of everything about the ferry since 2019:

  backfile-search ferry --since 2019 -n all --format ids)"},
    ManSection{"SEE ALSO", "backfile-index(1), backfile-query(7)"}};

}  // namespace

std::span<const ManSection> search_manual_before() { return before; }
std::span<const ManSection> search_manual_after() { return after; }

}  // namespace backfile
