#include "common/analysis/analyser.h"

#include <map>

#include "common/analysis/stemmer.h"
#include "common/analysis/tokeniser.h"

namespace backfile {

struct Analyser::State {
  Tokeniser tokeniser;
  std::map<std::string_view, Stemmer> stemmers;  ///< by the name of the algorithm
  Stemmer* stemmer = nullptr;                    ///< of the language that is set
};

Analyser::Analyser() : state_(std::make_unique<State>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

void Analyser::read(std::string_view text) { state_->tokeniser.read(text); }

bool Analyser::next(Token& token) { return state_->tokeniser.next(token); }

void Analyser::set_language(std::string_view code) {
  state_->stemmer = nullptr;
  if (const StemmedLanguage* language = find_stemmed_language(code)) {
    state_->stemmer = &state_->stemmers.try_emplace(language->stemmer, *language).first->second;
  }
}

std::string_view Analyser::stem(std::string_view form, TokenKind kind) {
  const bool is_stemmed = kind == TokenKind::word || kind == TokenKind::compound;
  return is_stemmed && state_->stemmer != nullptr ? state_->stemmer->stem(form) : form;
}

}  // namespace backfile
