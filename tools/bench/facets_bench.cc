// What facets cost, in one warm process.
//
//   facets-bench DB ROUNDS < QUERIES      one query a line, as for backfile-search
//
// Prints for each query: matches, then the median microseconds of the ten best alone, of the ten
// best with facets of outlets, topics and months as backfile-search counts them, of the ten best as
// Xapian's matcher finds them, and of these with the same counted by three of Xapian's own
// ValueCountMatchSpy. Ends with status 1 when counts differ.
#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <exception>
#include <functional>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/index/index_reader.h"
#include "common/index/stored_article.h"
#include "common/index/value_list.h"
#include "searcher/query/builder.h"
#include "searcher/query/parser.h"
#include "searcher/search/facets.h"
#include "searcher/search/matcher.h"
#include "searcher/search/page.h"

namespace {

using namespace backfile;
using Counts = std::map<std::string, std::uint64_t>;

constexpr std::array counted{FieldId::outlet, FieldId::topic, FieldId::date};
constexpr std::size_t page_size = 10;

/// Of each facet its values and counts, the missing under "".
using AllCounts = std::vector<Counts>;

class Bench {
 public:
  Bench(const Database& database, const Columns* columns)
      : database_(database), columns_(columns) {}

  [[nodiscard]] Page ten_best(const Xapian::Query& query) const {
    Page page = find_page(database_, query, Sort::relevance, 0, page_size);
    for (const Ranked& hit : page.hits) read_title(hit.document);
    return page;
  }

  [[nodiscard]] std::vector<Facet> with_facets(const Xapian::Query& query,
                                               std::size_t values) const {
    const Page page = ten_best(query);
    std::vector<Facet> facets;
    for (const FieldId id : counted) {
      facets.push_back(
          count_facet({database_, columns_}, {id, values}, {Interval::month}, page.all));
    }
    return facets;
  }

  /// When nothing is counted, not even how many match.
  void ten_best_of_xapian(const Xapian::Query& query) const {
    Xapian::Enquire enquire = ranking(query);
    read_titles(enquire.get_mset(0, page_size));
  }

  std::deque<Xapian::ValueCountMatchSpy> with_spies(const Xapian::Query& query) const {
    std::deque<Xapian::ValueCountMatchSpy> spies;
    for (const FieldId id : counted) {
      spies.emplace_back(static_cast<Xapian::valueno>(field(id).slot));
    }
    Xapian::Enquire enquire = ranking(query);
    for (Xapian::ValueCountMatchSpy& spy : spies) enquire.add_matchspy(&spy);
    read_titles(enquire.get_mset(0, page_size, database_.get_doccount()));
    return spies;
  }

  /// The spies count whole slots; this divides them as facets are.
  static AllCounts counts_of(const std::deque<Xapian::ValueCountMatchSpy>& spies) {
    AllCounts all;
    for (std::size_t i = 0; i < spies.size(); ++i) {
      Counts& counts = all.emplace_back();
      for (auto value = spies[i].values_begin(); value != spies[i].values_end(); ++value) {
        const auto count = [&](std::string_view key) {
          counts[std::string(key)] += value.get_termfreq();
        };
        constexpr std::size_t month = 6;
        counted[i] == FieldId::date ? count(std::string_view(*value).substr(0, month))
                                    : for_each_value(*value, count);
      }
    }
    return all;
  }

  const Database& database_;
  const Columns* columns_;

 private:
  [[nodiscard]] Xapian::Enquire ranking(const Xapian::Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::IneB2Weight(1.0));
    enquire.set_sort_by_relevance_then_value(
        static_cast<Xapian::valueno>(field(FieldId::date).slot), true);
    return enquire;
  }

  void read_titles(const Xapian::MSet& found) const {
    for (auto hit = found.begin(); hit != found.end(); ++hit) read_title(*hit);
  }

  void read_title(Xapian::docid document) const {
    stored_article(database_.get_document(document).get_data(), WithBody::no);
  }
};

double microseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
      .count();
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                   values.end());
  return values[values.size() / 2];
}

/// The counts alone, in order: names are shown where the spies have keys.
std::vector<std::uint64_t> sorted(const Counts& counts) {
  std::vector<std::uint64_t> numbers;
  for (const auto& [key, count] : counts) numbers.push_back(count);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::vector<std::uint64_t> sorted(const Facet& facet) {
  std::vector<std::uint64_t> numbers;
  for (const FacetValue& value : facet.values) numbers.push_back(value.count);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

void require_equal(const Bench& bench, const Xapian::Query& query, const std::string& text) {
  constexpr std::size_t all = 1'000'000'000;
  const std::vector<Facet> ours = bench.with_facets(query, all);
  const AllCounts theirs = Bench::counts_of(bench.with_spies(query));
  for (std::size_t i = 0; i < counted.size(); ++i) {
    if (sorted(ours[i]) != sorted(theirs[i])) {
      throw std::runtime_error("the counts of " + text + " differ");
    }
  }
}

void measure(const Bench& bench, const std::string& text, int rounds) {
  QueryBuilder builder(bench.database_, MatchMode::all);
  const Xapian::Query query = builder.build(parse_query(text));
  require_equal(bench, query, text);
  std::array<std::vector<double>, 4> times;
  for (int round = 0; round < rounds; ++round) {
    times[0].push_back(microseconds([&] { static_cast<void>(bench.ten_best(query)); }));
    times[1].push_back(
        microseconds([&] { static_cast<void>(bench.with_facets(query, page_size)); }));
    times[2].push_back(microseconds([&] { bench.ten_best_of_xapian(query); }));
    times[3].push_back(microseconds([&] { static_cast<void>(bench.with_spies(query)); }));
  }
  std::cout << count_matches(bench.database_, query);
  for (const std::vector<double>& all : times) std::cout << fmt::format("\t{:.1f}", median(all));
  std::cout << '\n';
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) throw std::runtime_error("usage: facets-bench DB ROUNDS < QUERIES");
  IndexReader index(argv[1]);
  index.read([&](const Database& database) {
    const Bench bench(database, database.columns());
    if (bench.columns_ == nullptr) throw std::runtime_error("the index has no columns");
    for (std::string line; std::getline(std::cin, line);) {
      measure(bench, line, std::stoi(argv[2]));
    }
    return 0;
  });
} catch (const std::exception& error) {
  std::cerr << "error: " << error.what() << '\n';
  return 1;
}
