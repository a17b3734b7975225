#pragma once

#include <string>
#include <vector>

namespace backfile {

/// One row of tests/data/corpus.tsv: what an article of corpus/ is.
struct CorpusArticle {
  std::string source;  ///< below corpus/
  std::string id;
  std::string outlet;
  std::string date;  ///< empty: undated
  std::string language;
  std::vector<std::string> topics;
  std::string title;

  friend bool operator==(const CorpusArticle&, const CorpusArticle&) = default;
};

/// All rows, the copy of an article included.
const std::vector<CorpusArticle>& corpus_rows();

/// The articles, each once.
const std::vector<CorpusArticle>& corpus_articles();

/// The directory corpus/.
std::string corpus_path();

/// An index of corpus/ that every test of a program may search, and none may write.
const std::string& corpus_index();

}  // namespace backfile
