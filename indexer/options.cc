#include "indexer/options.h"

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/mapped_file.h"
#include "common/options/generate.h"
#include "common/options/parse.h"
#include "common/options/value.h"
#include "indexer/manual.h"

namespace backfile {
namespace {

constexpr std::string_view articles = "Articles";
constexpr std::string_view work = "Work";
constexpr std::string_view output = "Output";
constexpr std::string_view upkeep = "Upkeep (without SOURCE)";

constexpr std::array table{
    Option{"db", 0, "DIR", "Index",
           "make or update this index; otherwise $BACKFILE_DB, or .backfile "
           "here or in a directory above"},
    Option{"rebuild", 0, {}, "Index", "make the index anew from these sources"},
    Option{
        "positions", 0, "FORM", "Index",
        "how a new index keeps the order of words: as Backfile does, or as Xapian does, which is "
        "larger, but needed where Xapian's own server is to serve it",
        "own|xapian"},
    Option{"prune", 0, {}, "Index", "remove articles whose source is gone"},
    Option{
        "check", 0, {}, upkeep, "verify the index; the exit status is 3 when something is wrong"},
    Option{"sources",
           0,
           {},
           upkeep,
           "with --check, also see which files that it was made from have changed or are gone"},
    Option{
        "compact", 0, {}, upkeep, "write the index anew without gaps: smaller, the same content"},
    Option{"stats",
           0,
           {},
           upkeep,
           "count the articles of each outlet, year, language and topic, and what the index takes"},
    Option{"upgrade",
           0,
           {},
           upkeep,
           "make an index of an older Backfile anew from the articles it holds"},
    Option{"outlet", 0, "NAME", articles, "who published the articles that do not say"},
    Option{"language", 0, "CODE", articles, "the language of the articles that do not say: en, de"},
    Option{"outlets", 0, "FILE", articles, "more outlets: their hosts, and other names they have"},
    Option{"map",
           0,
           "FIELD=PATH",
           articles,
           "the key that holds a field: title=meta.headline",
           {},
           true},
    Option{"map-file", 0, "FILE", articles, "a file of such lines, FIELD = PATH", {}, true},
    Option{"jobs", 'j', "N", work, "use N threads (default: one for each processor)"},
    Option{"memory", 0, "SIZE", work, "use about this much memory: 500M, 2G"},
    Option{"retry-failed",
           0,
           {},
           work,
           "read sources again that hold something that could not be read"},
    Option{"wait", 0, {}, work, "wait while another program writes the index"},
    Option{"dry-run", 0, {}, work, "read everything, write no index"},
    Option{"report", 0, "FILE", output,
           "write a JSON line for each article that was skipped or failed, "
           "and in a dry run for every article; - is standard output"},
    Option{"json", 0, {}, output, "write the summary, or what upkeep tells, as JSON"},
    Option{"quiet", 'q', {}, output, "write errors only"},
    Option{"verbose", 'v', {}, output, "name every article that was skipped or failed"},
    Option{"progress", 0, "WHEN", output, "show the progress", "auto|always|never"},
    Option{"color", 0, "WHEN", output, "colour the text", "auto|always|never"},
    help_option,
    version_option,
    generate_option};

static_assert(option_rules::well_made(table));

constexpr std::string_view examples = R"(Examples:
  backfile-index archive/
  backfile-index --db news.index --outlet "Harbour Gazette" 2021.jsonl 2022.jsonl
  backfile-index --dry-run --report - archive/
)";

constexpr Program program{
    "backfile-index", "make or update an index of news articles", "SOURCE...", true, table,
    examples};

constexpr unsigned most_jobs = 1024;

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// An ISO 639 code in lower case.
std::string language_code(std::string_view text) {
  const bool code =
      (text.size() == 2 || text.size() == 3) && std::all_of(text.begin(), text.end(), is_letter);
  if (!text.empty() && !code) {
    throw Error(ErrorCode::usage,
                "option --language needs a code of two letters, not \"" + std::string(text) + '"',
                "write for example --language de");
  }
  std::string lower;
  for (const char c : text) lower += static_cast<char>(c | 0x20);
  return lower;
}

unsigned jobs(const Arguments& given) {
  const std::string_view text = given.value("jobs");
  return text.empty() ? 0 : static_cast<unsigned>(number_value("jobs", text, 1, most_jobs));
}

std::uint64_t memory(const Arguments& given) {
  const std::string_view text = given.value("memory");
  return text.empty() ? 0 : size_value("memory", text);
}

void read_articles(const Arguments& given, IndexOptions& options) {
  options.sources.assign(given.operands.begin(), given.operands.end());
  options.outlet = given.value("outlet");
  options.outlets = given.value("outlets");
  options.language = language_code(given.value("language"));
  for (const std::string& assignment : given.values("map")) options.map.add(assignment);
  for (const std::string& file : given.values("map-file")) {
    options.map.add_lines(MappedFile(file).bytes(), file);
  }
}

void read_work(const Arguments& given, IndexOptions& options) {
  options.db = given.value("db");
  options.rebuild = given.has("rebuild");
  if (given.has("positions")) {
    options.positions = given.choice("positions", WordOrderForm::own);
  }
  options.prune = given.has("prune");
  options.retry_failed = given.has("retry-failed");
  options.jobs = jobs(given);
  options.memory = memory(given);
  options.wait = given.has("wait");
  options.dry_run = given.has("dry-run");
}

void read_output(const Arguments& given, IndexOptions& options) {
  options.report = given.value("report");
  options.json = given.has("json");
  options.quiet = given.has("quiet");
  options.verbose = given.has("verbose");
  options.progress = given.choice("progress", When::automatic);
  options.color = given.choice("color", When::automatic);
}

void check(const IndexOptions& options) {
  if (options.quiet && options.verbose) {
    throw Error(ErrorCode::usage, "options --quiet and --verbose exclude each other");
  }
  if (options.sources.empty() && options.upkeep == Upkeep::none) {
    throw Error(ErrorCode::usage, "no source",
                "name a directory or a file of articles, or - for standard input");
  }
}

}  // namespace

const Program& index_program() { return program; }

IndexOptions parse_index_options(std::span<const char* const> arguments) {
  const Arguments given = parse_arguments(table, arguments, DashWord::mistake);
  IndexOptions options;
  options.about = about(program, given, index_manual_before(), index_manual_after());
  if (!options.about.empty()) return options;
  options.upkeep = upkeep_of(given);
  options.with_sources = given.has("sources");
  read_articles(given, options);
  read_work(given, options);
  read_output(given, options);
  check(options);
  return options;
}

}  // namespace backfile
