#include "searcher/explain/node_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/terminal/neutralise.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

constexpr std::size_t most_listed = 20;

void append(std::string& line, const std::string& fact) {
  if (fact.empty()) return;
  line.append(line.empty() ? "" : " · ").append(fact);
}

/// The folded form where it is not what was typed; several words with spaces between them.
std::string reading(const ExplainedNode& node) {
  std::string forms;
  for (const ExplainedWord& word : node.words) forms += (forms.empty() ? "" : " ") + word.form;
  if (node.words.size() > 1) return "side by side: " + forms;
  return node.label.ends_with(' ' + forms) ? std::string() : "read as " + forms;
}

/// "stem council"; where languages differ, "stem news in en; new in de". A word that is its own
/// stem everywhere needs no mention.
std::string stems_text(const ExplainedWord& word) {
  const std::vector<ExplainedStem>& stems = word.stems;
  if (stems.size() == 1) {
    return stems.front().stem == word.form ? std::string() : "stem " + stems.front().stem;
  }
  std::string text;
  for (const ExplainedStem& stem : stems) {
    text += fmt::format("{}{} in {}", text.empty() ? "stem " : "; ", stem.stem,
                        fmt::join(stem.languages, ", "));
  }
  return text;
}

std::string spellings_text(const ExplainedNode& node) {
  std::vector<std::string> all = node.spellings;
  for (const ExplainedWord& word : node.words) {
    all.insert(all.end(), word.spellings.begin(), word.spellings.end());
  }
  return all.empty() ? std::string() : "also spelled " + listed(all);
}

std::string word_text(const ExplainedNode& node) {
  std::string line;
  if (!node.words.empty()) append(line, reading(node));
  for (const ExplainedWord& word : node.words) append(line, stems_text(word));
  append(line, spellings_text(node));
  if (node.stop_word) append(line, "stop word: adds nothing to a score");
  return neutralise_line(line);
}

/// "ferry 18, ferries 7 and 5 more"
std::string expansion_text(const ExplainedExpansion& expansion) {
  if (expansion.words.empty()) return "nothing in the index is like it";
  std::string text;
  const std::size_t shown = std::min(expansion.words.size(), most_listed);
  for (std::size_t i = 0; i < shown; ++i) {
    const ExpandedWord& word = expansion.words[i];
    text += fmt::format("{}{} {}", i == 0 ? "" : ", ", neutralise_line(word.text),
                        grouped(word.articles));
  }
  const std::size_t rest = expansion.words.size() - shown;
  return rest == 0 ? text : text + " and " + grouped(rest) + " more";
}

std::string cut_text(const ExplainedExpansion& expansion) {
  return fmt::format("{} found, the {} most frequent searched", grouped(expansion.found),
                     grouped(expansion.words.size()));
}

}  // namespace

std::vector<std::string> node_facts(const ExplainedNode& node) {
  std::vector<std::string> facts;
  const std::string words = word_text(node);
  if (!words.empty()) facts.push_back(words);
  if (!node.expansion) return facts;
  facts.push_back(expansion_text(*node.expansion));
  if (node.expansion->cut()) facts.push_back(cut_text(*node.expansion));
  return facts;
}

}  // namespace backfile
