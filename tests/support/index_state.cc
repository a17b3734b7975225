#include "tests/support/index_state.h"

#include <algorithm>
#include <boost/filesystem.hpp>

#include "common/index/index_directory.h"

namespace backfile {

std::vector<std::string> names_in(const std::string& directory) {
  std::vector<std::string> names;
  for (const auto& entry : boost::filesystem::directory_iterator(directory)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> answers_of(const std::string& db) {
  const std::vector<std::vector<std::string>> searches{
      {"*", "--limit", "all", "--sort", "newest", "--format", "ids"},
      {"walrus OR harbour", "--limit", "20", "--facets", "--format", "json"},
      {"\"the harbour\"", "--facet", "author:all", "--format", "json"}};
  std::vector<std::string> answers;
  for (const auto& search : searches) answers.push_back(search_in(db, search).out);
  return answers;
}

std::string generation_of(const std::string& db) { return IndexDirectory(db).generation(); }

std::string article_lines(int first, int count) {
  std::string lines;
  for (int number = first; number < first + count; ++number) {
    const std::string id = std::to_string(number);
    lines += Json{{"id", "article-" + id},
                  {"title", "Number " + id},
                  {"body", "The walrus saw own" + id + " beside the harbour wall."},
                  {"date", std::to_string(1970 + number % 50) + "-05-17"}}
                 .dump() +
             "\n";
  }
  return lines;
}

}  // namespace backfile
