#include "tests/support/corpus.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

namespace backfile {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream rest(text);
  for (std::string part; std::getline(rest, part, separator);) parts.push_back(part);
  return parts;
}

std::vector<CorpusArticle> read_rows() {
  std::ifstream file(BACKFILE_SOURCE_DIR "/tests/data/corpus.tsv");
  std::vector<CorpusArticle> rows;
  std::string line;
  std::getline(file, line);  // names of the columns
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = split(line, '\t');
    if (cells.size() != 7) throw std::runtime_error("corpus.tsv: " + line);
    rows.push_back(
        {cells[0], cells[1], cells[2], cells[3], cells[4], split(cells[5], '|'), cells[6]});
  }
  return rows;
}

std::vector<CorpusArticle> each_once(std::vector<CorpusArticle> rows) {
  std::set<std::string> seen;
  std::erase_if(rows, [&](const CorpusArticle& row) { return !seen.insert(row.id).second; });
  return rows;
}

}  // namespace

const std::vector<CorpusArticle>& corpus_rows() {
  static const std::vector<CorpusArticle> rows = read_rows();
  return rows;
}

const std::vector<CorpusArticle>& corpus_articles() {
  static const std::vector<CorpusArticle> articles = each_once(corpus_rows());
  return articles;
}

std::string corpus_path() { return BACKFILE_SOURCE_DIR "/corpus"; }

const std::string& corpus_index() {
  static const TemporaryDirectory directory;
  static const std::string path = [] {
    std::string db = directory.path("index");
    const Finished made = index_with(db, {corpus_path()});
    if (made.status != 0) throw std::runtime_error("corpus/ could not be indexed: " + made.err);
    return db;
  }();
  return path;
}

}  // namespace backfile
