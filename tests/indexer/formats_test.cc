// What becomes of samples of every format, where they are at hand: tests/data/formats.tsv.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "indexer/enrichment/enrich.h"
#include "tests/support/collected.h"
#include "tests/support/shared.h"

using namespace backfile;

namespace {

/// Keeps the order in which articles and failures come.
struct Rows : ArticleSink {
  explicit Rows(std::string folder) : root(std::move(folder)) {}

  void article(Article found) override {
    // Titles that enrichment takes from the text are not told here.
    const std::string title = found.title;
    std::vector<Remark> remarks;
    enrich(found, root, {}, remarks);
    rows.push_back(
        row(found.source,
            {"article", title, found.published ? found.published->iso() : "", found.outlet,
             found.language, joined(found.authors), joined(found.topics), paragraphs(found.body)}));
  }

  void failure(Failure found) override {
    rows.push_back(row(found.source, {found.skipped ? "skipped" : "failed", found.reason}));
  }

  std::string root;
  std::vector<std::string> rows;

 private:
  static std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "|") + name;
    return text;
  }

  static std::string paragraphs(const std::string& body) {
    return body.empty() ? "0" : std::to_string(std::count(body.begin(), body.end(), '\n') + 1);
  }

  [[nodiscard]] std::string row(const SourceLocation& source,
                                const std::vector<std::string>& cells) const {
    std::string line = source.display().substr(root.size() + 1);
    for (const std::string& cell : cells) line += '\t' + cell;
    return line;
  }
};

std::vector<std::string> rows_of(const std::string& root) {
  Rows rows(root);
  for (const char* folder : {"alto-mets", "feeds", "newsml-g2-dpa", "newsml-nitf", "ninjs"}) {
    std::vector<WalkProblem> problems;
    for (const SourceFile& source : walk(root + "/" + folder, problems)) {
      const MappedFile file(source.path);
      const Input input{{source.path, "", 0}, file.bytes()};
      std::string why_not;
      const Format* format = recognise(input, why_not);
      if (format == nullptr) {
        rows.failure({input.location, why_not, 0, true});
      } else {
        format->read(input, {}, rows);
      }
    }
  }
  return rows.rows;
}

std::vector<std::string> expected_rows() {
  std::ifstream file(BACKFILE_SOURCE_DIR "/tests/data/formats.tsv");
  std::vector<std::string> rows;
  std::string line;
  std::getline(file, line);  // names of the columns
  while (std::getline(file, line)) rows.push_back(line);
  return rows;
}

}  // namespace

TEST_CASE("every sample is read, or passed over for the right reason") {
  const std::string root = shared_folder("formats");
  if (root.empty()) return;
  const std::vector<std::string> rows = rows_of(root);
  const std::vector<std::string> expected = expected_rows();
  REQUIRE(expected.size() > 300);
  for (std::size_t i = 0; i < std::min(rows.size(), expected.size()); ++i) {
    CHECK(rows[i] == expected[i]);
  }
  CHECK(rows.size() == expected.size());
}

TEST_CASE("the table, to be looked through when readers have changed", "[.table]") {
  for (const std::string& row : rows_of(shared_folder("formats"))) std::cout << row << '\n';
}
