#include "indexer/manual.h"

#include <array>

namespace backfile {
namespace {

constexpr std::array before{
    ManSection{
        "DESCRIPTION",
        R"(Reads news articles and makes an index for backfile-search. A source is a directory, which is
read with all that is below it, a file, or - for standard input. JSON, JSON lines, web pages, tables
(CSV, TSV), web archives (WARC, ARC), NewsML 1.2, NewsML-G2, NITF, ninjs, RSS, Atom, JSON Feed, scanned
newspapers (METS and ALTO), the SGML of Reuters-21578 and of TREC, and plain text are told apart by
their content. They may lie in ZIP, 7-Zip and tar archives or be compressed (gzip, bzip2, xz,
Zstandard); nothing need be unpacked.

Run again on the same sources, it opens only files that are new or have changed, and of JSON lines
and tables that only grew it reads the new part. New articles are added, changed ones updated; those
whose file is gone, or that their file does not hold any more, stay until --prune is given. An article
that stands in several files is indexed once and keeps all of them as its sources.

What cannot be read is reported, stops nothing else, and is not tried again until its file changes or
--retry-failed is given. With --prune nothing is removed when something below the sources could not be
reached, or when a source is empty that was not: a disk may not be mounted.

An index is changed in one step, at the end of a run: one that dies, by whatever cause, leaves the index
as it was, and the next run does its work again. Interrupted once (SIGINT, SIGTERM), a run ends the
reading and commits what was read; interrupted twice, it ends at once and commits nothing. One program
at a time can write an index; with --wait the others wait.)"},
    ManSection{"UPKEEP",
               R"(Without a source, four commands look after an index that is there.

--check verifies it: Xapian's tables, each article as it is kept, every term and value that follows from
it, what facets count, and what is remembered of the sources. Every finding names the way out. With
--sources the files that it was made from are compared, by size and content, with what they were.

--compact writes the index anew without the gaps that small runs leave in it. It needs room for both.

--stats counts the articles of each outlet, year, language and topic, those without a date, stories that
several articles tell, the sources, and the size of each file.

--upgrade makes an index of an older Backfile, which is refused otherwise, anew from the articles that it
holds; no source is read.

Those who search meanwhile are not disturbed. When one of these fails or is interrupted, the index is as
it was.)"}};

constexpr std::array after{
    ManSection{
        "MAP FILES",
        R"(A map tells where records of your own hold which field. It is a file for --map-file, with a
line FIELD = PATH for each field; empty lines and lines that begin with # are passed over. A field may
have several lines: the first path that holds something counts, and topics come from all of them. A
single line can be given as --map FIELD=PATH, too.

In JSON a path is a key, or keys joined by dots for nested objects: meta.published.

In a table a path is the name of a column, in a web page the name or property of a <meta> element.

In XML of a kind that is not known otherwise, the line article = PATH says which elements are articles:
the names of elements from the root on, joined by slashes (* is any name). The other paths begin at that
element: head/title is an element, @lang an attribute, ../date an element that stands beside the
article's. Where a path leads to elements in several languages (lang or xml:lang), that of the article
is taken. Articles that a map gives the same id are kept apart by their place, and a search for that id
finds all of them: so the translations of one message stay together.

  # News of the Swiss federal administration: a message is an article in each of its languages
  article  = messages/message/content
  id       = ../@id
  title    = title
  summary  = lead
  body     = text
  date     = ../pubdate
  language = @lang
  outlet   = ../originator/name
  topic    = ../topics/topic/name)"},
    ManSection{
        "EXIT STATUS",
        R"(0: done. 1: done, but some articles could not be read; with --check --sources: sources have
changed. 2: wrong usage, or an index that cannot be used. 3: --check found something wrong. 130:
interrupted; what was committed stays.)"},
    ManSection{
        "ENVIRONMENT",
        R"(BACKFILE_DB: the index, when --db is not given. When neither is, .backfile in the current
directory or in the nearest one above that has it.

NO_COLOR: no colours unless --color always is given.)"},
    ManSection{
        "FILES",
        R"(A table of outlets (--outlets) has a row for each: its name, the hosts of its addresses,
separated by spaces, and other names it has, separated by |; with a tab before hosts and names.

  The Harbour Gazette	harbour-gazette.example	HG | Gazette (Online)

A host stands for those below it, too. The table of the program itself is such a file,
share/backfile/outlets.tsv where Backfile is installed.)"},
    ManSection{"EXAMPLES", R"(What would be read, one JSON object an article:

  backfile-index --dry-run --report - archive/

An archive whose records call the headline "h1":

  backfile-index --map title=h1 --outlet "Harbour Gazette" archive/2021.jsonl

Every week, from cron, with a word only when something is wrong:

  backfile-index --db news.index --check > report || cat report)"},
    ManSection{"SEE ALSO", "backfile-search(1)"}};

}  // namespace

std::span<const ManSection> index_manual_before() { return before; }
std::span<const ManSection> index_manual_after() { return after; }

}  // namespace backfile
