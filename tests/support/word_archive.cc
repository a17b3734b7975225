#include "tests/support/word_archive.h"

#include <algorithm>

#include "tests/support/naive_text.h"

namespace backfile {
namespace {

bool has_stem(TokenKind kind) { return kind == TokenKind::word || kind == TokenKind::compound; }

}  // namespace

std::vector<std::string> split_hyphens(std::string_view hyphenated) {
  std::vector<std::string> parts(1);
  for (const char c : hyphenated) {
    if (c == '-') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

WordArchive::WordArchive(const std::vector<Article>& articles) {
  for (const Article& article : articles) read(article);
  stem_all();
}

void WordArchive::read(const Article& article) {
  ReadArticle words;
  words.language = language_of(article);
  auto& [text, title, authors] = words.stretches;
  for (const std::string& author : article.authors) authors.push_back(read(author, Hyphens::pass));
  title.push_back(read(article.title, Hyphens::note));
  text = {title.front(), read(article.summary, Hyphens::note), read(article.body, Hyphens::note)};
  count(words);
  articles_.push_back(std::move(words));
}

Stretch WordArchive::read(std::string_view text, Hyphens hyphens) {
  Stretch stretch;
  analyser_.read(text);
  Token token;
  while (analyser_.next(token)) {
    if (token.position == stretch.size()) stretch.emplace_back();
    stretch.at(token.position).push_back(form_of(token));
    if (token.kind == TokenKind::compound && hyphens == Hyphens::note) {
      hyphenated_[std::string(token.form)].insert(split_hyphens(token.hyphenated));
    }
  }
  return stretch;
}

FormId WordArchive::form_of(const Token& token) {
  const std::string text(token.form);
  const auto [entry, is_new] = form_ids_.emplace(std::pair{text, has_stem(token.kind)}, forms());
  if (is_new) forms_.push_back({text, letters_of(text), has_stem(token.kind), {}});
  return entry->second;
}

std::size_t WordArchive::language_of(const Article& article) {
  const auto known = std::find(languages_.begin(), languages_.end(), article.language);
  const auto number = static_cast<std::size_t>(known - languages_.begin());
  if (known == languages_.end()) languages_.push_back(article.language);
  return number;
}

void WordArchive::count(const ReadArticle& article) {
  for (std::size_t scope = 0; scope < scopes; ++scope) {
    Forms forms;
    for (const Stretch& stretch : article.stretches[scope]) {
      for (const auto& position : stretch) forms.insert(position.begin(), position.end());
    }
    for (const FormId form : forms) ++forms_[form].articles[scope];
  }
}

void WordArchive::stem_all() {
  stems_.resize(languages());
  for (std::size_t language = 0; language < languages(); ++language) {
    analyser_.set_language(languages_[language]);
    for (FormId form = 0; form < forms(); ++form) {
      if (!forms_[form].stemmed) continue;
      stems_[language][std::string(analyser_.stem(text(form)))].insert(form);
    }
  }
}

std::size_t WordArchive::frequency(FormId form, Scope scope) const {
  return forms_[form].articles[static_cast<std::size_t>(scope)];
}

Forms WordArchive::exactly(const std::string& text) const {
  Forms found;
  for (const bool stemmed : {false, true}) {
    const auto known = form_ids_.find({text, stemmed});
    if (known != form_ids_.end()) found.insert(known->second);
  }
  return found;
}

Forms WordArchive::with_stem_of(const std::string& text, std::size_t language) {
  analyser_.set_language(languages_[language]);
  const auto known = stems_[language].find(std::string(analyser_.stem(text)));
  return known == stems_[language].end() ? Forms() : known->second;
}

std::set<std::vector<std::string>> WordArchive::hyphenated(const std::string& form) const {
  const auto known = hyphenated_.find(form);
  return known == hyphenated_.end() ? std::set<std::vector<std::string>>() : known->second;
}

}  // namespace backfile
