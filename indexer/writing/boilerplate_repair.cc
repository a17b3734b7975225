#include "indexer/writing/boilerplate_repair.h"

#include <vector>

#include "common/analysis/analyser.h"
#include "common/field.h"
#include "common/index/boilerplate_ranges.h"
#include "common/index/stored_article.h"
#include "indexer/writing/document.h"

namespace backfile {
namespace {

/// The articles of a group that may have a line: that have some of its words.
Xapian::Query articles_with(const Boilerplate::LateLine& line) {
  constexpr std::size_t most_words = 20;
  std::vector<Xapian::Query> words;
  Analyser analyser;
  analyser.read(line.text);
  for (Token token; words.size() < most_words && analyser.next(token);) {
    words.emplace_back(std::string(token.form));
  }
  if (words.empty()) return {};
  return Xapian::Query(line.group.filter) &
         Xapian::Query(Xapian::Query::OP_AND, words.begin(), words.end());
}

}  // namespace

std::string line_counts_key(const std::string& group) { return "lines." + group; }

Metadata line_counts(const Boilerplate& boilerplate) {
  Metadata metadata;
  for (auto& [group, packed] : boilerplate.packed()) metadata[line_counts_key(group)] = packed;
  return metadata;
}

void BoilerplateRepair::repair(Segments& segments) {
  segments.lighten(boilerplate_.late_articles(),
                   [this](std::string_view data, std::string_view boilerplate) {
                     return lightening(data, boilerplate);
                   });
}

void BoilerplateRepair::repair(Xapian::WritableDatabase& index) {
  for (const Boilerplate::LateLine& line : boilerplate_.late_lines()) repair(index, line);
}

/// Those that were indexed first come first, and are looked at first.
void BoilerplateRepair::repair(Xapian::WritableDatabase& index, const Boilerplate::LateLine& line) {
  constexpr Xapian::doccount most_looked_at = 1000;
  Xapian::Enquire enquire(index);
  enquire.set_query(articles_with(line));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, most_looked_at);
  for (auto article = found.begin(); article != found.end(); ++article) {
    Xapian::Document document = index.get_document(*article);
    const std::string known = document.get_value(boilerplate_slot);
    const Lightening loss = lightening(document.get_data(), known);
    if (loss.boilerplate == known) continue;
    lighten(document, loss);
    index.replace_document(*article, document);
  }
}

Lightening BoilerplateRepair::lightening(std::string_view data, std::string_view boilerplate) {
  const Article article = stored_article(data, WithBody::yes);
  const std::vector<TextRange> ranges = boilerplate_.ranges(article);
  std::string part;
  for (const TextRange& range : ranges_without(ranges, boilerplate_ranges(boilerplate))) {
    part.append(article.body, range.begin, range.length) += '\n';
  }
  return {analyser_.analyse_part(part, article.language), boilerplate_value(ranges)};
}

}  // namespace backfile
