#include <rapidcheck.h>

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/options/completion.h"
#include "common/options/generate.h"
#include "common/options/help.h"
#include "common/options/man.h"
#include "common/options/nearest.h"
#include "common/options/parse.h"
#include "common/options/value.h"
#include "common/terminal/display_width.h"

using namespace backfile;

namespace {

constexpr std::array table{
    Option{"db", 0, "DIR", "Index", "the index's directory"},
    Option{"limit", 'n', "N", "Results", "at most N [or all]: 10"},
    Option{"sort", 0, "ORDER", "Results", "order", "relevance|newest|oldest"},
    Option{"topic", 't', "NAME", "Results", "topic", {}, true},
    Option{"all", 'a', {}, "Results", "everything"},
    Option{"count", 'c', {}, "Results", "count"},
    help_option,
    version_option,
    generate_option};

static_assert(option_rules::well_made(table));
static_assert(!option_rules::well_made(std::array{table[0], table[0]}));
static_assert(!option_rules::well_made(std::array{table[1], table[0], table[2]}));

const Program program{"backfile-try", "try the option table", "WORD...", false, table, "Try it.\n"};

Arguments parse(const std::vector<const char*>& arguments, DashWord word = DashWord::operand) {
  return parse_arguments(table, arguments, word);
}

/// The message and the hint of the error that `work` throws.
template <typename Work>
std::string failure(Work work) {
  try {
    work();
  } catch (const Error& error) {
    REQUIRE(error.code() == ErrorCode::usage);
    return error.hint().empty() ? error.what() : error.what() + (" | " + error.hint());
  }
  return "no error";
}

std::string failure(const std::vector<const char*>& arguments, DashWord word = DashWord::operand) {
  return failure([&] { parse(arguments, word); });
}

using Words = std::vector<std::string_view>;

}  // namespace

TEST_CASE("Long options take their value behind a space or an equals sign") {
  const Arguments given = parse({"--limit", "5", "--db=a=b", "--all", "word"});
  CHECK(given.value("limit") == "5");
  CHECK(given.value("db") == "a=b");
  CHECK(given.has("all"));
  CHECK_FALSE(given.has("count"));
  CHECK(given.operands == Words{"word"});
}

TEST_CASE("Short options stand alone, together, and with their value") {
  CHECK(parse({"-n", "5"}).value("limit") == "5");
  CHECK(parse({"-n5"}).value("limit") == "5");
  const Arguments given = parse({"-acn7", "x"});
  CHECK(given.has("all"));
  CHECK(given.has("count"));
  CHECK(given.value("limit") == "7");
}

TEST_CASE("A dash word that is no option is an operand, in its place") {
  const Arguments given = parse({"council", "-sport", "budget", "-nobel", "-", "-ax"});
  CHECK(given.operands == Words{"council", "-sport", "budget", "-nobel", "-", "-ax"});
  CHECK(given.options.empty());
}

TEST_CASE("Where dash words are mistakes they are named") {
  CHECK(failure({"-x"}, DashWord::mistake) == "unknown option -x | --help lists the options");
  CHECK(parse({"-nobel"}, DashWord::mistake).value("limit") == "obel");
}

TEST_CASE("Two dashes end the options") {
  CHECK(parse({"--all", "--", "--limit", "-n5", "--"}).operands == Words{"--limit", "-n5", "--"});
}

TEST_CASE("An option's value may look like an option") {
  CHECK(parse({"--topic", "--all"}).value("topic") == "--all");
  CHECK(parse({"--topic", "--"}).value("topic") == "--");
}

TEST_CASE("The last value counts, of repeatable options every one") {
  const Arguments given = parse({"--limit=1", "-t", "a", "--limit=2", "--topic=b"});
  CHECK(given.value("limit") == "2");
  CHECK(given.values("topic") == std::vector<std::string>{"a", "b"});
  CHECK(given.value("db", "otherwise") == "otherwise");
}

TEST_CASE("Choices become enumerators in their order") {
  enum class Order { relevance, newest, oldest };
  CHECK(parse({"--sort", "oldest"}).choice("sort", Order::relevance) == Order::oldest);
  CHECK(parse({}).choice("sort", Order::newest) == Order::newest);
}

TEST_CASE("Mistakes name the option and the way out") {
  CHECK(failure({"--limt", "5"}) == "unknown option --limt | did you mean --limit?");
  CHECK(failure({"--li"}) == "unknown option --li | did you mean --limit?");
  CHECK(failure({"--xyzzy"}) == "unknown option --xyzzy | --help lists the options");
  CHECK(failure({"--gener"}) == "unknown option --gener | --help lists the options");
  CHECK(failure({"--limit"}) == "option --limit needs a value (N)");
  CHECK(failure({"-n"}) == "option --limit needs a value (N)");
  CHECK(failure({"--db="}) == "option --db needs a value (DIR)");
  CHECK(failure({"--all=1"}) == "option --all takes no value");
  CHECK(failure({"--sort=new"}) == "option --sort takes relevance, newest or oldest, not \"new\"");
}

TEST_CASE("Numbers are whole and within their bounds") {
  CHECK(number_value("n", "0", 0, 10) == 0);
  CHECK(number_value("n", "10", 0, 10) == 10);
  CHECK(number_value("n", "18446744073709551615", 0, UINT64_MAX) == UINT64_MAX);
  for (const char* bad : {"", "-1", "+1", " 1", "1 ", "1.5", "0x10", "ten", "1e3"}) {
    CHECK(failure([&] { number_value("n", bad, 0, 10); }) ==
          "option --n needs a whole number, not \"" + std::string(bad) + '"');
  }
  CHECK(failure([] { number_value("n", "11", 1, 10); }) == "option --n takes 1 to 10, not \"11\"");
  CHECK(failure([] { number_value("n", "99999999999999999999", 1, 10); }) ==
        "option --n takes 1 to 10, not \"99999999999999999999\"");
}

TEST_CASE("Sizes have units of 1024") {
  CHECK(size_value("m", "65536") == 65536);
  CHECK(size_value("m", "1k") == 1024);
  CHECK(size_value("m", "500M") == 500ULL << 20U);
  CHECK(size_value("m", "1.5 GB") == 3ULL << 29U);
  CHECK(size_value("m", "2GiB") == 2ULL << 30U);
  for (const char* bad : {"", "0", "-1M", "M", "1X", "1MM", "nan", "inf", "1e40", "9999999T"}) {
    CHECK(failure([&] { size_value("m", bad); }).starts_with("option --m needs a size, not \""));
  }
}

TEST_CASE("The distance between words is that of their edits") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("limit", "limti") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(rc::check("a distance is symmetric and zero for equal words only",
                  [](const std::string& a, const std::string& b) {
                    RC_ASSERT(edit_distance(a, b) == edit_distance(b, a));
                    RC_ASSERT((edit_distance(a, b) == 0) == (a == b));
                  }));
}

TEST_CASE("Any arguments are options, operands or a usage error") {
  CHECK(rc::check("nothing is lost", [] {
    const auto words = *rc::gen::container<std::vector<std::string>>(
        rc::gen::container<std::string>(rc::gen::element('-', 'a', 'n', '5', '=', 'x', '\xC3')));
    std::vector<const char*> arguments;
    for (const std::string& word : words) arguments.push_back(word.c_str());
    try {
      const Arguments given = parse(arguments);
      RC_ASSERT(given.options.size() + given.operands.size() <= 10 * words.size() * words.size());
      RC_ASSERT(given.operands.size() <= words.size());
    } catch (const Error& error) {
      RC_ASSERT(error.code() == ErrorCode::usage);
    }
  }));
}

TEST_CASE("Help, manual and completions name every option but the hidden one") {
  const auto text =
      GENERATE(as<std::string>{}, help_text(program), man_page(program, {}, {}),
               bash_completion(program), zsh_completion(program), fish_completion(program));
  for (const Option& option : table) {
    CAPTURE(option.name, text);
    const std::string name(option.name);
    const bool named = text.find("--" + name) != std::string::npos ||
                       text.find("\\-\\-" + name) != std::string::npos ||
                       text.find("-l " + name) != std::string::npos;
    CHECK(named == !option.group.empty());
  }
  CHECK(text.find("newest") != std::string::npos);
}

TEST_CASE("Help fits its width and shows the table") {
  const auto width = GENERATE(as<std::size_t>{}, 50, 80, 120);
  std::string_view rest = "";
  const std::string text = help_text(program, width);
  for (rest = text; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
    CHECK(display_width(rest.substr(0, rest.find('\n'))) <= width);
  }
  CHECK(text.starts_with("Try the option table\n\nUsage: backfile-try [OPTIONS] WORD...\n"));
  CHECK(text.find("\n  -n, --limit N     at most N [or all]: 10\n") != std::string::npos);
  CHECK(text.find("(default)") != std::string::npos);
  CHECK(text.ends_with("\nTry it.\n"));
}

TEST_CASE("The manual escapes what troff would take for its own") {
  constexpr std::array sections{ManSection{"A-B", ".start\n'quote \\ back\n\n  an example\n  -x"}};
  const std::string page = man_page(program, sections, {});
  CHECK(page.find(".SH \"A\\-B\"\n.PP\n\\&.start\n\\&'quote \\e back\n") != std::string::npos);
  CHECK(page.find(".PP\n.nf\n  an example\n  \\-x\n.fi\n") != std::string::npos);
  CHECK(page.find("\\fB\\-n\\fR, \\fB\\-\\-limit\\fR \\fIN\\fR\n") != std::string::npos);
}

TEST_CASE("Completions quote what their shells would take for their own") {
  CHECK(zsh_completion(program).find("'[at most N \\[or all\\]\\: 10]:N:'") != std::string::npos);
  CHECK(zsh_completion(program).find("'[the index'\\''s directory]:DIR:_files -/'") !=
        std::string::npos);
  CHECK(fish_completion(program).find("-d 'the index\\'s directory'") != std::string::npos);
}

TEST_CASE("About answers what is asked of the program itself") {
  CHECK(about(program, parse({"word"}), {}, {}).empty());
  CHECK(about(program, parse({"--help"}), {}, {}) == help_text(program));
  CHECK(about(program, parse({"-V"}), {}, {}) == "backfile-try " BACKFILE_VERSION "\n");
  CHECK(about(program, parse({"--generate", "man"}), {}, {}).starts_with(".TH"));
  CHECK(about(program, parse({"--generate", "bash"}), {}, {}) == bash_completion(program));
  CHECK(about(program, parse({"--generate", "zsh"}), {}, {}) == zsh_completion(program));
  CHECK(about(program, parse({"--generate", "fish"}), {}, {}) == fish_completion(program));
}
