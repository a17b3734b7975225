#include "tests/support/oracle.h"

#include <algorithm>
#include <stdexcept>

#include "common/text/fold.h"
#include "common/text/host.h"
#include "searcher/query/date_value.h"
#include "searcher/query/parser.h"
#include "tests/support/naive_text.h"

namespace backfile {
namespace {

using Found = std::vector<bool>;

Found both(Found a, const Found& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = a[i] && b[i];
  return a;
}

Found either(Found a, const Found& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = a[i] || b[i];
  return a;
}

/// Words of a stretch from `begin` to before `end`.
struct Span {
  std::size_t begin;
  std::size_t end;
};

bool stands_at(const Sequence& words, const Stretch& stretch, std::size_t begin,
               std::size_t language) {
  if (begin + words.size() > stretch.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Forms& wanted = words[i][language];
    const auto& here = stretch[begin + i];
    const auto is_wanted = [&](FormId form) { return wanted.contains(form); };
    if (std::none_of(here.begin(), here.end(), is_wanted)) return false;
  }
  return true;
}

std::vector<Span> spans_of(const Ways& ways, const Stretch& stretch, std::size_t language) {
  std::vector<Span> spans;
  for (const Sequence& words : ways) {
    for (std::size_t begin = 0; begin < stretch.size(); ++begin) {
      if (stands_at(words, stretch, begin, language))
        spans.push_back({begin, begin + words.size()});
    }
  }
  return spans;
}

bool is_in(const Ways& ways, const Stretch& stretch, std::size_t language) {
  return std::any_of(ways.begin(), ways.end(), [&](const Sequence& words) {
    for (std::size_t begin = 0; begin < stretch.size(); ++begin) {
      if (stands_at(words, stretch, begin, language)) return true;
    }
    return false;
  });
}

/// Whether a place of each operand can be chosen, beside those that are, so that none lie over each
/// other and at most `others` words that belong to none stand between the first and the last.
bool are_near(const std::vector<std::vector<Span>>& operands, std::size_t others,
              std::vector<Span>& chosen) {
  std::size_t words = 0;
  std::size_t begin = std::string::npos;
  std::size_t end = 0;
  for (const Span& span : chosen) {
    words += span.end - span.begin;
    begin = std::min(begin, span.begin);
    end = std::max(end, span.end);
  }
  if (chosen.size() == operands.size()) return end - begin <= words + others;
  for (const Span& span : operands[chosen.size()]) {
    const bool free = std::none_of(chosen.begin(), chosen.end(), [&](const Span& other) {
      return span.begin < other.end && other.begin < span.end;
    });
    if (!free) continue;
    chosen.push_back(span);
    if (are_near(operands, others, chosen)) return true;
    chosen.pop_back();
  }
  return false;
}

/// The values of a field that a query asks for whole: keys, or identifiers as they are.
std::vector<std::string> values_of(const Article& article, FieldId id) {
  const auto keys = [](const std::vector<std::string>& names) {
    std::vector<std::string> found;
    for (const std::string& name : names) {
      if (!name_key(name).empty()) found.push_back(name_key(name));
    }
    return found;
  };
  const auto given = [](const std::string& text) {
    return text.empty() ? std::vector<std::string>() : std::vector{text};
  };
  switch (id) {
    case FieldId::id: {
      std::vector<std::string> ids{article.id};
      if (!article.own_id.empty()) ids.push_back(article.own_id);
      return ids;
    }
    case FieldId::author:
      return keys(article.authors);
    case FieldId::outlet:
      return keys({article.outlet});
    case FieldId::section:
      return keys({article.section});
    case FieldId::language:
      return keys({article.language});
    case FieldId::topic:
      return keys(article.topics);
    case FieldId::url:
      return given(article.url);
    case FieldId::source:
      return given(article.source.path);
    case FieldId::site: {
      std::vector<std::string> sites;
      for (std::string host = host_of(article.url); host.find('.') != std::string::npos;
           host = host.substr(host.find('.') + 1)) {
        sites.push_back(host);
      }
      return sites;
    }
    default:
      throw std::logic_error("no field of whole values");
  }
}

bool has_value(const Article& article, FieldId id, const std::string& value, bool pattern) {
  const bool exact = field(id).kind == FieldKind::identifier;
  const std::string wanted = exact ? value : name_key(value);
  const std::vector<std::string> values = values_of(article, id);
  return std::any_of(values.begin(), values.end(), [&](const std::string& has) {
    return pattern ? naive_match(letters_of(has), letters_of(wanted)) : has == wanted;
  });
}

/// Every day that the article's date may mean lies in the range.
bool is_within(const Article& article, const DateNode& range) {
  if (!article.published) return range.undated;
  if (range.undated) return false;
  const auto first_day = [](const Date& date) {
    return Date::of(date.year(), date.month(), date.day())->day_number();
  };
  const auto last_day = [](const Date& date) { return date.last_day().day_number(); };
  const Date& date = *article.published;
  return (!range.from || first_day(date) >= first_day(*range.from)) &&
         (!range.to || last_day(date) <= last_day(*range.to));
}

}  // namespace

Oracle::Oracle(std::vector<Article> articles)
    : articles_(std::move(articles)), archive_(articles_), words_(archive_) {}

Oracle::Ids Oracle::search(const Request& request) {
  match_any_ = request.match_any;
  const Found found = both(find(parse_query(request.query), Scope::text), filtered(request));
  Ids ids;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) ids.insert(articles_[i].id);
  }
  return ids;
}

std::map<std::string, std::uint64_t> Oracle::count(FieldId facet, const Ids& ids) const {
  std::map<std::string, std::uint64_t> counts;
  for (const Article& article : articles_) {
    if (!ids.contains(article.id)) continue;
    std::set<std::string> values;
    if (facet != FieldId::date) {
      for (const std::string& value : values_of(article, facet)) values.insert(value);
    } else if (article.published) {
      values.insert(article.published->iso().substr(0, 4));
    }
    if (values.empty()) ++counts[""];
    for (const std::string& value : values) ++counts[value];
  }
  return counts;
}

/// The articles for which holds(number) is true.
template <typename Holds>
Found Oracle::where(Holds&& holds) const {
  Found found;
  for (std::size_t i = 0; i < articles_.size(); ++i) found.push_back(holds(i));
  return found;
}

Found Oracle::filtered(const Request& request) const {
  Found found(articles_.size(), true);
  const auto any = [&](FieldId id, const std::vector<std::string>& values) {
    if (values.empty()) return;
    Found matching(articles_.size(), false);
    for (const std::string& value : values) matching = either(matching, any_value(id, value));
    found = both(found, matching);
  };
  any(FieldId::outlet, request.outlets);
  any(FieldId::author, request.authors);
  any(FieldId::language, request.languages);
  for (const std::string& topic : request.topics) any(FieldId::topic, {topic});
  if (request.since.empty() && request.until.empty()) return found;
  DateNode range;
  if (!request.since.empty()) {
    range.from = std::get<DateNode>(parse_date_range(request.since).value).from;
  }
  if (!request.until.empty()) {
    range.to = std::get<DateNode>(parse_date_range(request.until).value).to;
  }
  return both(found, where([&](std::size_t i) { return is_within(articles_[i], range); }));
}

/// "a|b" is any of them.
Found Oracle::any_value(FieldId id, const std::string& values) const {
  Found found(articles_.size(), false);
  std::size_t begin = 0;
  while (begin <= values.size()) {
    const std::size_t end = std::min(values.find('|', begin), values.size());
    const std::string value = values.substr(begin, end - begin);
    found = either(found,
                   where([&](std::size_t i) { return has_value(articles_[i], id, value, false); }));
    begin = end + 1;
  }
  return found;
}

Found Oracle::find(const Node& node, Scope scope) {
  return std::visit([&](const auto& value) { return find(value, scope); }, node.value);
}

Found Oracle::find(const Ways& ways, Scope scope) const {
  return where([&](std::size_t i) {
    const ReadArticle& article = archive_.articles()[i];
    const auto& stretches = article.in(scope);
    return std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
      return is_in(ways, stretch, article.language);
    });
  });
}

Found Oracle::find(const WordNode& word, Scope scope) {
  return find(words_.ways(word, scope), scope);
}

Found Oracle::find(const PhraseNode& phrase, Scope scope) {
  return find(words_.ways(phrase, scope), scope);
}

/// An operand of NEAR is a word, a phrase or several of these with OR between them.
Ways Oracle::near_ways(const Node& operand, Scope scope) {
  if (const auto* word = std::get_if<WordNode>(&operand.value)) return words_.ways(*word, scope);
  if (const auto* phrase = std::get_if<PhraseNode>(&operand.value)) {
    return words_.ways(*phrase, scope);
  }
  Ways all;
  for (const Node& alternative : std::get<OrNode>(operand.value).operands) {
    for (const Sequence& words : near_ways(alternative, scope)) all.push_back(words);
  }
  return all;
}

/// A distance of 1 is side by side.
Found Oracle::find(const NearNode& near, Scope scope) {
  std::vector<Ways> operands;
  for (const Node& operand : near.operands) operands.push_back(near_ways(operand, scope));
  const auto others = static_cast<std::size_t>(near.distance) - 1;
  return where([&](std::size_t i) {
    const ReadArticle& article = archive_.articles()[i];
    const auto& stretches = article.in(scope);
    return std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
      std::vector<std::vector<Span>> spans;
      for (const Ways& ways : operands) spans.push_back(spans_of(ways, stretch, article.language));
      std::vector<Span> chosen;
      return are_near(spans, others, chosen);
    });
  });
}

Found Oracle::find(const AndNode& node, Scope scope) {
  std::vector<const Node*> wanted;
  Found unwanted(articles_.size(), false);
  for (const Node& operand : node.operands) {
    if (const auto* negated = std::get_if<NotNode>(&operand.value)) {
      unwanted = either(unwanted, find(*negated->operand, scope));
    } else {
      wanted.push_back(&operand);
    }
  }
  std::vector<Found> each;
  if (!node.explicit_) {
    each = side_by_side(wanted, scope);
  } else {
    for (const Node* operand : wanted) each.push_back(find(*operand, scope));
  }
  const bool any = match_any_ && !node.explicit_ && !each.empty();
  Found found(articles_.size(), !any);
  for (const Found& part : each) found = any ? either(found, part) : both(found, part);
  unwanted.flip();
  return both(found, unwanted);
}

/// A word is found by itself, and in the word that it is together with the one beside it:
/// "wellbeing" of `well being`.
std::vector<Found> Oracle::side_by_side(const std::vector<const Node*>& operands, Scope scope) {
  std::vector<Found> each;
  for (const Node* operand : operands) each.push_back(find(*operand, scope));
  for (std::size_t i = 1; i < operands.size(); ++i) {
    const Found joined = find(words_.joined(*operands[i - 1], *operands[i], scope), scope);
    each[i - 1] = either(each[i - 1], joined);
    each[i] = either(each[i], joined);
  }
  return each;
}

Found Oracle::find(const OrNode& node, Scope scope) {
  Found found(articles_.size(), false);
  for (const Node& operand : node.operands) found = either(found, find(operand, scope));
  return found;
}

Found Oracle::find(const NotNode& node, Scope scope) {
  Found found = find(*node.operand, scope);
  found.flip();
  return found;
}

Found Oracle::find(const FieldNode& node, Scope) {
  return find(*node.operand, node.field == FieldId::title ? Scope::title : Scope::author);
}

Found Oracle::find(const ValueNode& value, Scope) {
  return where([&](std::size_t i) {
    return has_value(articles_[i], value.field, value.value, value.pattern);
  });
}

Found Oracle::find(const DateNode& range, Scope) {
  return where([&](std::size_t i) { return is_within(articles_[i], range); });
}

/// Words of title, summary and body.
Found Oracle::find(const NumberNode& range, Scope) {
  return where([&](std::size_t i) {
    std::size_t length = 0;
    for (const Stretch& stretch : archive_.articles()[i].in(Scope::text)) length += stretch.size();
    return (!range.from || length >= *range.from) && (!range.to || length <= *range.to);
  });
}

/// In a field, every article that has something there.
Found Oracle::find(const AllArticles&, Scope scope) {
  return where([&](std::size_t i) {
    const auto& stretches = archive_.articles()[i].in(scope);
    return scope == Scope::text || std::any_of(stretches.begin(), stretches.end(),
                                               [](const Stretch& s) { return !s.empty(); });
  });
}

}  // namespace backfile
