// Real archives, where they are at hand: none of the articles is lost, and every count is true.
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "common/text/fold.h"
#include "indexer/enrichment/outlet.h"
#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;
using Counts = std::map<std::string, std::uint64_t>;

std::string archive_path(const std::string& name) {
  return BACKFILE_SOURCE_DIR "/../shared/archives/" + name;
}

bool is_there(const std::string& name) {
  if (fs::exists(archive_path(name))) return true;
  WARN("skipped: there is no " << archive_path(name));
  return false;
}

/// An index of an archive, and the summary of its making.
class Indexed {
 public:
  explicit Indexed(const std::string& name) {
    Call call;
    call.limit = std::chrono::minutes(20);
    const Finished made = index_with(db(), {"--json", "--quiet", archive_path(name)}, call);
    REQUIRE(made.status == 0);
    summary_ = made.json();
  }

  [[nodiscard]] const Json& summary() const { return summary_; }
  [[nodiscard]] std::string db() const { return temporary_.path("db"); }

  [[nodiscard]] Json answer(std::vector<std::string> arguments) const {
    return answer_to(db(), std::move(arguments));
  }

  [[nodiscard]] std::uint64_t total(std::vector<std::string> arguments) const {
    return answer(std::move(arguments)).at("total");
  }

  /// Every value of a facet, by folded key.
  [[nodiscard]] Counts facet(const std::string& field) const {
    Counts counts;
    const Json found = answer({"--limit", "0", "--facet", field + ":all"});
    for (const Json& entry : found.at("facets").at(field).at("values")) {
      counts[name_key(entry.at("value").get<std::string>())] += entry.at("count").get<unsigned>();
    }
    return counts;
  }

 private:
  TemporaryDirectory temporary_;
  Json summary_;
};

/// What the files themselves say, read by another hand than the indexer's.
struct Sources {
  Counts outlets;
  Counts topics;
  Counts years;
  std::uint64_t without_date = 0;
  std::set<std::string> addresses;
};

bool is_date(const std::string& text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
         (text.starts_with("19") || text.starts_with("20"));
}

Sources read_sources(const std::string& directory) {
  Sources sources;
  for (const auto& entry : fs::directory_iterator(directory)) {
    std::ifstream file(entry.path().string());
    const Json article = Json::parse(file);
    ++sources.outlets[name_key(outlet_name(article.at("source").get<std::string>()))];
    ++sources.topics[name_key(article.at("topic").get<std::string>())];
    const std::string date = article.at("date");
    is_date(date) ? ++sources.years[date.substr(0, 4)] : ++sources.without_date;
    sources.addresses.insert(article.at("url").get<std::string>());
  }
  return sources;
}

/// The most frequent keys first.
std::vector<std::string> first_of(const Counts& counts, std::size_t most) {
  std::vector<std::pair<std::uint64_t, std::string>> order;
  for (const auto& [key, count] : counts) order.emplace_back(count, key);
  std::sort(order.rbegin(), order.rend());
  order.resize(std::min(most, order.size()));
  std::vector<std::string> keys;
  for (const auto& [count, key] : order) keys.push_back(key);
  return keys;
}

/// The number of ids on the pages of an answer.
std::size_t on_pages(const Indexed& index, const std::vector<std::string>& query,
                     std::size_t size) {
  std::set<std::string> ids;
  for (std::size_t offset = 0;; offset += size) {
    std::vector<std::string> page = query;
    page.insert(page.end(), {"--format", "ids", "--limit", std::to_string(size), "--offset",
                             std::to_string(offset)});
    const auto lines = search_in(index.db(), page).lines();
    for (const std::string& id : lines) CHECK(ids.insert(id).second);
    if (lines.size() < size) return ids.size();
  }
}

}  // namespace

TEST_CASE("allsides: none lost, and every count is true") {
  if (!is_there("allsides")) return;
  static const Indexed index("allsides");
  static const Sources sources = read_sources(archive_path("allsides"));

  SECTION("8,000 are read and found again by id") {
    CHECK(index.summary().at("read") == 8000);
    CHECK(index.summary().at("added") == 8000);
    CHECK(index.summary().at("failed") == 0);
    CHECK(index.summary().at("skipped") == 0);
    const std::vector<std::string> ids = ids_of(index.db(), {"*"});
    const std::set<std::string> different(ids.begin(), ids.end());
    CHECK(ids.size() == 8000);
    CHECK(different.size() == 8000);
    for (const std::string& address : sources.addresses) CHECK(different.contains(address));
    for (std::size_t at = 0; at < ids.size(); at += 40) {
      INFO(ids[at]);
      const Json found = index.answer({"id:\"" + ids[at] + '"'});
      REQUIRE(found.at("total") == 1);
      CHECK(found.at("hits").at(0).at("id") == ids[at]);
    }
  }

  SECTION("Outlets: facet, filter and files agree") {
    const Counts counts = index.facet("outlet");
    CHECK(counts == sources.outlets);
    const auto outlets = first_of(sources.outlets, 20);
    REQUIRE(outlets.size() == 20);
    for (const std::string& outlet : outlets) {
      INFO(outlet);
      CHECK(index.total({"--outlet", outlet}) == sources.outlets.at(outlet));
    }
  }

  SECTION("Topics: facet, filter and files agree") {
    const Counts counts = index.facet("topic");
    CHECK(counts == sources.topics);
    const auto topics = first_of(sources.topics, 20);
    REQUIRE(topics.size() == 20);
    for (const std::string& topic : topics) {
      INFO(topic);
      CHECK(index.total({"--topic", topic}) == sources.topics.at(topic));
    }
  }

  SECTION("Years: facet, filter and files agree, and the undated hold the rest") {
    CHECK(index.facet("date") == sources.years);
    for (const auto& [year, count] : sources.years) {
      INFO(year);
      CHECK(index.total({"date:" + year}) == count);
    }
    const Json date = index.answer({"--facet", "date"}).at("facets").at("date");
    CHECK(date.at("missing") == sources.without_date);
    CHECK(index.total({"date:undated"}) == sources.without_date);
  }

  SECTION("Total, pages and ids agree") {
    for (const char* query :
         {"immigration", "trump clinton", "\"white house\"", "president -obama"}) {
      INFO(query);
      const std::uint64_t total = index.total({query});
      CHECK(total > 0);
      CHECK(ids_of(index.db(), {query}).size() == total);
      CHECK(on_pages(index, {query}, 250) == total);
      CHECK(on_pages(index, {query, "--sort", "oldest"}, 333) == total);
    }
  }
}

TEST_CASE("plain: head, words and snippet of the article") {
  if (!is_there("plain")) return;
  static const Indexed index("plain");
  const Json hit = index.answer({"*"}).at("hits").at(0);
  CHECK(hit.at("title") ==
        "Reading Council’s children’s services removed from government intervention");
  CHECK(hit.at("authors") == Json{"Fiona Simpson"});
  CHECK(hit.at("published") == "2021-02-09");

  for (const char* query :
       {"council's", "Council’s", "children services ofsted", "\"children’s social care\"",
        "“children's social care”", "\"removed from government intervention\"",
        "“serious and widespread weaknesses”"}) {
    INFO(query);
    CHECK(index.total({query}) == 1);
  }
  CHECK(index.total({"\"intervention government from removed\""}) == 0);
}

TEST_CASE("plain: the advertisement is neither lead nor snippet") {
  if (!is_there("plain")) return;
  static const Indexed index("plain");
  const Json lead = index.answer({"*"}).at("hits").at(0);
  const std::string text = lead.at("snippet").at("text");
  CHECK(text.starts_with("Reading Council’s children’s services department has been removed"));
  for (const char* query : {"council's", "children services ofsted", "membership of the council",
                            "“serious and widespread weaknesses”"}) {
    const Json hits = index.answer({query}).at("hits");
    REQUIRE(hits.size() == 1);
    const std::string snippet = hits.at(0).at("snippet").at("text");
    INFO(query << ": " << snippet);
    for (const char* words : {"CYP Now Digital", "From £15", "Evidence-based case studies"}) {
      CHECK(snippet.find(words) == std::string::npos);
    }
  }
}
