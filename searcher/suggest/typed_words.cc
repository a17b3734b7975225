#include "searcher/suggest/typed_words.h"

#include <utility>

namespace backfile {
namespace {

class Collector {
 public:
  explicit Collector(Analyser& analyser) : analyser_(analyser) {}

  void visit(Node& node) {
    std::visit([&](auto& value) { (*this)(value); }, node.value);
  }

  void operator()(WordNode& word) { add(word, word.match == WordMatch::stem && stemmed_); }

  void operator()(PhraseNode& phrase) {
    for (WordNode& word : phrase.words) add(word, false);
  }

  void operator()(FieldNode& node) {
    const Field& row = field(node.field);
    const std::string prefix = std::exchange(prefix_, std::string(row.prefix));
    const bool stemmed = std::exchange(stemmed_, row.kind == FieldKind::text);
    visit(*node.operand);
    prefix_ = prefix;
    stemmed_ = stemmed;
  }

  void operator()(NearNode& node) { visit_all(node.operands); }
  void operator()(AndNode& node) { visit_all(node.operands); }
  void operator()(OrNode& node) { visit_all(node.operands); }
  void operator()(NotNode&) {}
  void operator()(AllArticles&) {}
  void operator()(ValueNode&) {}
  void operator()(DateNode&) {}
  void operator()(NumberNode&) {}

  std::vector<TypedWord> words;

 private:
  void visit_all(std::vector<Node>& nodes) {
    for (Node& node : nodes) visit(node);
  }

  void add(WordNode& word, bool stemmed) {
    if (word.match == WordMatch::pattern || word.match == WordMatch::fuzzy) return;
    analyser_.read(word.text);
    Token token;
    while (analyser_.next(token)) {
      if (token.kind != TokenKind::word) continue;
      words.push_back(
          {&word, token.begin, token.end - token.begin, std::string(token.form), prefix_, stemmed});
    }
  }

  Analyser& analyser_;
  std::string prefix_;
  bool stemmed_ = true;
};

}  // namespace

std::vector<TypedWord> typed_words(Node& tree, Analyser& analyser) {
  Collector collector(analyser);
  collector.visit(tree);
  return std::move(collector.words);
}

}  // namespace backfile
