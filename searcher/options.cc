#include "searcher/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/error.h"
#include "common/options/generate.h"
#include "common/options/parse.h"
#include "common/options/value.h"
#include "searcher/manual.h"
#include "searcher/output/columns.h"
#include "searcher/output/formats.h"

namespace backfile {
namespace {

using std::literals::operator""sv;

constexpr std::string_view filters = "Filters";
constexpr std::string_view results = "Results";
constexpr std::string_view counts = "Counts";
constexpr std::string_view output = "Output";

constexpr std::array table{
    Option{"db", 0, "DIR", "Index",
           "search this index; otherwise $BACKFILE_DB, or .backfile here "
           "or in a directory above"},
    Option{"outlet", 0, "NAME", filters, "published by this outlet, or by one of a|b", {}, true},
    Option{"topic",
           0,
           "NAME",
           filters,
           "on this topic, or on one of a|b; several must all be there",
           {},
           true},
    Option{"author", 0, "NAME", filters, "written by this author, or by one of a|b", {}, true},
    Option{"language", 0, "CODE", filters, "in this language: en, de", {}, true},
    Option{"since", 0, "DATE", filters, "published then or later: 2019, 2019-05, 2019-05-17"},
    Option{"until", 0, "DATE", filters,
           "published then or earlier, that year, month or day included"},
    Option{"match", 0, "HOW", filters, "articles with every word, or with any of them", "all|any"},
    Option{"like", 0, "ID", filters, "articles like this one, by its distinctive words", {}, true},
    Option{"like-file",
           0,
           "FILE",
           filters,
           "articles like this text, which need not be in the index; - is standard input",
           {},
           true},
    Option{"literal", 0, {}, filters, "take the query as words to be found, without operators"},
    Option{"sort", 0, "ORDER", results, "order of the articles", "relevance|newest|oldest"},
    Option{
        "near-duplicates", 0, "HOW", results,
        "show each article, or each story once, where it came first, with its copies; counts are "
        "then of stories",
        "show|fold"},
    Option{"limit", 'n', "N", results, "list at most N articles, or all (default 10)"},
    Option{"offset", 0, "N", results, "leave out the first N articles"},
    Option{"after", 0, "TOKEN", results,
           "go on behind the last article of an answer, whose JSON gave TOKEN as \"next\""},
    Option{"show", 0, "ID", results, "print this article whole", {}, true},
    Option{"facets", 0, {}, counts, "count the matching articles by outlet, topic and date"},
    Option{"facet",
           0,
           "FIELD[:N]",
           counts,
           "count them by this field and list the N most frequent "
           "values (default 10) or all: author, outlet, section, date, language or topic; "
           "outlet/topic counts the topics of each outlet",
           {},
           true},
    Option{"facet-order", 0, "ORDER", counts, "list the most frequent values first, or by name",
           "count|name"},
    Option{"interval", 0, "UNIT", counts,
           "count dates by this, or by what suits their span; without a facet of dates, as a time "
           "line",
           "year|month|week|day|auto"},
    Option{"timeline", 0, "FIELD[:N]", counts,
           "draw a time line, and one for each of the N most frequent values (default 10)"},
    Option{
        "compare", 0, "QUERY", counts, "draw the time line of another query beside it", {}, true},
    Option{"ratio",
           0,
           {},
           counts,
           "tell beside each count its share of all articles of that time or value"},
    Option{"words", 0, "N", counts,
           "list the N words that set the matching articles apart from all others"},
    Option{"count", 0, {}, counts, "print how many articles match, and nothing else"},
    Option{"format", 0, "FORMAT", output,
           "write text for people, a page to look at (html), a JSON document, a line for each "
           "article (jsonl, csv, tsv, ids, paths of files, trec_eval's), or what a template says "
           "of each, such as '{date} {title}\\n'",
           format_choices, false, '{'},
    Option{"fields", 0, "LIST", output,
           "write these fields of each article, with csv, tsv, json or jsonl: date,outlet,title"},
    Option{"null", '0', {}, output, "end each of ids or paths with NUL, for xargs -0"},
    Option{"short", 0, {}, output, "write one line for each article: date, outlet and title"},
    Option{"long",
           0,
           {},
           output,
           "write more of each article: its authors, section, language, source and id"},
    Option{"batch", 0, "FILE", output,
           "run each line of FILE (- is standard input) as a query, and write how many articles it "
           "finds, or with --format ids or trec which"},
    Option{"color", 0, "WHEN", output, "colour the text", "auto|always|never"},
    Option{"links", 0, "WHEN", output, "make addresses links that the terminal opens",
           "auto|always|never"},
    Option{"pager", 0, "WHEN", output, "show text page by page, with $PAGER or less",
           "auto|always|never"},
    Option{"no-pager", 0, {}, output, "the same as --pager never"},
    Option{"explain",
           0,
           {},
           output,
           "show how the query is understood and how many articles each part of it finds"},
    Option{"explain-hit", 0, "ID", output,
           "show why this article matches the query, or why it does not"},
    help_option,
    version_option,
    generate_option};

static_assert(option_rules::well_made(table));

constexpr std::string_view examples = R"(Examples:
  backfile-search council budget -sport
  backfile-search ferry --outlet "The Harbour Gazette" --since 2019 --sort newest
  backfile-search --facets --limit 0
)";

constexpr Program program{
    "backfile-search", "search an archive of news articles", "QUERY...", false, table, examples};

constexpr std::size_t most_words = 1000;

std::string joined(const std::vector<std::string_view>& words) {
  std::string query;
  for (const std::string_view word : words) {
    if (!query.empty()) query += ' ';
    query += word;
  }
  return query;
}

std::string facet_fields() {
  std::string names;
  for (const Field& entry : fields) {
    if (entry.facet) names.append(names.empty() ? "" : ", ").append(entry.name);
  }
  return names;
}

const Field& facet_field(std::string_view option, std::string_view name) {
  const Field* entry = find_field(name);
  if (entry != nullptr && entry->facet) return *entry;
  throw Error(
      ErrorCode::usage,
      "option --" + std::string(option) + " cannot count the field \"" + std::string(name) + '"',
      "the fields that can be counted are " + facet_fields());
}

std::size_t number(std::string_view name, std::string_view text) {
  return text == "all" ? no_limit : number_value(name, text, 0, no_limit);
}

/// "topic:20", "outlet/topic"
FacetRequest facet_request(std::string_view option, std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view own = text.substr(0, slash);
  const std::size_t colon = own.find(':');
  FacetRequest request{facet_field(option, own.substr(0, colon)).id};
  // Dates with gaps would mislead: all of them, unless asked otherwise.
  if (request.field == FieldId::date) request.values = no_limit;
  if (colon != std::string_view::npos) request.values = number(option, own.substr(colon + 1));
  if (slash != std::string_view::npos) {
    request.inside.push_back(facet_request(option, text.substr(slash + 1)));
  }
  return request;
}

/// The last word on a field stands.
void add_facet(std::vector<FacetRequest>& facets, const FacetRequest& added) {
  const auto same = std::find_if(facets.begin(), facets.end(), [&](const FacetRequest& facet) {
    return facet.field == added.field;
  });
  if (same == facets.end()) {
    facets.push_back(added);
  } else {
    *same = added;
  }
}

std::vector<FacetRequest> usual_facets() {
  std::vector<FacetRequest> facets;
  for (const std::string_view name : {"outlet", "topic", "date"}) {
    facets.push_back(facet_request("facet", name));
  }
  return facets;
}

std::vector<FacetRequest> facet_requests(const Arguments& arguments) {
  std::vector<FacetRequest> facets;
  if (arguments.has("facets")) facets = usual_facets();
  for (const std::string& text : arguments.values("facet")) {
    add_facet(facets, facet_request("facet", text));
  }
  return facets;
}

bool counts_dates(const std::vector<FacetRequest>& facets) {
  return std::any_of(facets.begin(), facets.end(), [](const FacetRequest& facet) {
    return facet.field == FieldId::date || counts_dates(facet.inside);
  });
}

/// What a time line is drawn for each value of.
FacetRequest timeline_request(std::string_view text) {
  FacetRequest request = facet_request("timeline", text);
  if (request.field != FieldId::date && request.inside.empty()) return request;
  throw Error(ErrorCode::usage, "option --timeline cannot draw \"" + std::string(text) + '"',
              "give a field other than date, such as --timeline outlet; without one, --interval "
              "auto draws a time line");
}

/// Intervals are for a facet of dates; where none is asked for, a time line is.
void read_timeline(const Arguments& arguments, Request& request) {
  if (arguments.has("timeline")) {
    request.timeline_by.push_back(timeline_request(arguments.value("timeline")));
  }
  request.compare = arguments.values("compare");
  request.ratio = arguments.has("ratio");
  const bool for_itself = arguments.has("interval") && !counts_dates(request.facets);
  request.timeline = for_itself || !request.timeline_by.empty() || !request.compare.empty() ||
                     (request.ratio && request.facets.empty());
  request.interval =
      arguments.choice("interval", request.timeline ? Interval::automatic : Interval::year);
}

void read_filters(const Arguments& arguments, Request& request) {
  request.query = joined(arguments.operands);
  request.outlets = arguments.values("outlet");
  request.topics = arguments.values("topic");
  request.authors = arguments.values("author");
  request.languages = arguments.values("language");
  request.since = arguments.value("since");
  request.until = arguments.value("until");
  request.match_any = arguments.value("match") == "any";
  request.like = arguments.values("like");
  request.literal = arguments.has("literal");
}

void read_results(const Arguments& arguments, Request& request) {
  request.sort = arguments.choice("sort", Sort::relevance);
  request.near_duplicates = arguments.choice("near-duplicates", NearDuplicates::show);
  request.limit = number("limit", arguments.value("limit", "10"));
  request.offset = number_value("offset", arguments.value("offset", "0"), 0, no_limit);
  request.after = arguments.value("after");
  request.facets = facet_requests(arguments);
  request.words = number_value("words", arguments.value("words", "0"), 0, most_words);
  request.facet_order = arguments.choice("facet-order", FacetOrder::count);
  read_timeline(arguments, request);
}

Error not_shown(std::string_view what, std::string_view format, std::string hint) {
  return {ErrorCode::usage, fmt::format("--format {} has no {}", format, what), std::move(hint)};
}

/// A page that shows no time line, and nothing to look at beside the articles, would be a pity.
/// What it draws as a time line is the facet of dates.
void add_usual_facets(const Arguments& arguments, SearchOptions& options) {
  const bool page = options.layout.format == OutputFormat::html && !options.count;
  Request& request = options.request;
  if (!page || !options.show.empty()) return;
  const bool several = !request.timeline_by.empty() || !request.compare.empty();
  if (request.facets.empty()) {
    request.facets = usual_facets();
  } else if (request.timeline && !several) {
    request.facets.push_back(facet_request("facet", "date"));
  }
  request.timeline = several;
  if (!arguments.has("interval")) request.interval = Interval::automatic;
}

/// What was asked for and the format cannot show.
void require_shown(const SearchOptions& options) {
  const Format& row = format_row(options.layout.format);
  const Request& request = options.request;
  const std::string_view name = row.name.empty() ? "TEMPLATE" : row.name;
  if (!row.columns && !options.layout.columns.empty()) {
    throw not_shown("fields to choose", name, "csv, tsv, json and jsonl have");
  }
  if (!row.null_ends && options.layout.null_ends) {
    throw not_shown("ends to choose", name, "-0 goes with ids and paths; in a template write \\0");
  }
  if (options.layout.format != OutputFormat::text && options.layout.style.detail != Detail::usual) {
    throw not_shown("--short and --long", name, "they are for text");
  }
  if (options.count || !options.batch.empty()) return;
  if (request.timeline && !row.time_lines) {
    throw not_shown("--interval, --timeline and --compare", name,
                    "text and json have; html has --interval");
  }
  if (row.document) return;
  if (request.words > 0) throw not_shown("words", name, "text, json and html have");
  if (request.facets.empty() || (row.facets && request.limit == 0)) return;
  throw not_shown("facets beside articles", name,
                  row.facets ? "with -n 0 it lists the facets alone; text, json and html have both"
                             : "text, json and html have; csv and tsv list facets with -n 0");
}

/// What the columns need, where they are chosen, or else the format.
bool needs(const Layout& layout, Needs what) {
  if (layout.format == OutputFormat::pattern) {
    return any_needs(columns_of(read_template(layout.pattern)), what);
  }
  if (!layout.columns.empty()) return any_needs(layout.columns, what);
  return what == Needs::snippet && layout.style.detail != Detail::brief &&
         format_row(layout.format).snippets;
}

/// Nothing is sought that would not be printed.
void leave_out_unseen(SearchOptions& options) {
  Request& request = options.request;
  const Format& row = format_row(options.layout.format);
  if (options.count) {
    request.limit = 0;
    request.facets.clear();
    request.timeline = false;
    request.words = 0;
  }
  request.advice = !options.count && row.document;
  if (!options.batch.empty() && !row.batch_hits) request.limit = 0;
  request.snippets = request.limit > 0 && needs(options.layout, Needs::snippet);
  request.bodies = needs(options.layout, Needs::body);
}

void require_explainable(const SearchOptions& options) {
  const bool explains = options.explain || options.explain_hit;
  const Request& request = options.request;
  if (explains && (!request.like.empty() || !options.like_files.empty())) {
    throw Error(ErrorCode::usage, "only a query and its filters are explained",
                "leave out --like and --like-file");
  }
  const OutputFormat format = options.layout.format;
  if (!explains || format == OutputFormat::text || format == OutputFormat::json) return;
  throw Error(ErrorCode::usage, "an explanation is written as text or JSON only",
              "leave out --format, or give --format json");
}

std::string batch_formats() {
  std::string names;
  for (const Format& row : formats) {
    if (row.batch != nullptr) names.append(names.empty() ? "" : ", ").append(row.name);
  }
  return "those that have are " + names;
}

/// What makes no sense for a list of queries, or nobody would see.
void require_batch_alone(const SearchOptions& options) {
  if (options.batch.empty()) return;
  const Format& row = format_row(options.layout.format);
  if (row.batch == nullptr) throw not_shown("form for --batch", row.name, batch_formats());
  const bool query = !options.request.query.empty();
  const bool other = options.count || options.explain || options.explain_hit ||
                     !options.show.empty() || !options.request.facets.empty() ||
                     options.request.timeline || options.request.words > 0;
  if (!query && !other) return;
  throw Error(
      ErrorCode::usage,
      query ? "--batch takes its queries from the file, and there is one here too"
            : "--batch writes one line for each query, and no counts or whole articles",
      query ? "leave out " + options.request.query
            : "leave out --count, --facets, --facet, --interval, --timeline, --compare, --ratio, "
              "--words, --show, --explain and --explain-hit");
}

/// A place in a list is for lists, and there is no other place to begin at.
void require_list(const Arguments& arguments) {
  if (!arguments.has("after")) return;
  for (const std::string_view other :
       {"offset", "show", "count", "batch", "explain", "explain-hit"}) {
    if (!arguments.has(other)) continue;
    throw Error(ErrorCode::usage, fmt::format("--after and --{} exclude each other", other),
                "leave out one of them");
  }
}

Detail detail_of(const Arguments& arguments) {
  const bool brief = arguments.has("short");
  if (brief && arguments.has("long")) {
    throw Error(ErrorCode::usage, "--short and --long exclude each other", "leave out one of them");
  }
  return brief ? Detail::brief : arguments.has("long") ? Detail::full : Detail::usual;
}

Layout layout_of(const Arguments& arguments) {
  Layout layout;
  const std::string_view format = arguments.value("format");
  const bool is_template = is_free(*find_option(table, "format"), format);
  layout.format =
      is_template ? OutputFormat::pattern : arguments.choice("format", OutputFormat::text);
  if (is_template) layout.pattern = format;
  layout.columns = read_columns(arguments.value("fields"));
  layout.null_ends = arguments.has("null");
  layout.style.detail = detail_of(arguments);
  return layout;
}

bool asks_nothing(const SearchOptions& options) {
  const Request& request = options.request;
  return request.query.empty() && request.outlets.empty() && request.topics.empty() &&
         request.authors.empty() && request.languages.empty() && request.since.empty() &&
         request.until.empty() && request.facets.empty() && !request.timeline &&
         request.like.empty() && options.like_files.empty() && request.words == 0 &&
         options.show.empty() && !options.count && options.batch.empty();
}

}  // namespace

const Program& search_program() { return program; }

SearchOptions parse_search_options(std::span<const char* const> arguments) {
  const Arguments given = parse_arguments(table, arguments, DashWord::operand);
  SearchOptions options;
  options.about = about(program, given, search_manual_before(), search_manual_after());
  if (!options.about.empty()) return options;
  read_filters(given, options.request);
  read_results(given, options.request);
  options.db = given.value("db");
  options.layout = layout_of(given);
  options.color = given.choice("color", When::automatic);
  options.links = given.choice("links", When::automatic);
  options.pager = given.has("no-pager") ? When::never : given.choice("pager", When::automatic);
  options.count = given.has("count");
  options.explain = given.has("explain");
  if (given.has("explain-hit")) options.explain_hit = given.value("explain-hit");
  options.show = given.values("show");
  options.batch = given.value("batch");
  options.like_files = given.values("like-file");
  if (asks_nothing(options)) {
    throw Error(ErrorCode::usage, "no query",
                "write the words to look for, a filter such as --since 2021, or --facets to count "
                "all articles");
  }
  require_list(given);
  require_explainable(options);
  require_batch_alone(options);
  add_usual_facets(given, options);
  require_shown(options);
  leave_out_unseen(options);
  return options;
}

std::string_view format_given(std::span<const char* const> arguments) {
  constexpr std::string_view with_value = "--format=";
  std::string_view format;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--") break;
    if (argument == "--format") format = i + 1 < arguments.size() ? arguments[i + 1] : ""sv;
    if (argument.starts_with(with_value)) format = argument.substr(with_value.size());
  }
  return format;
}

}  // namespace backfile
