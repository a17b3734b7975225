#include "common/analysis/dictionary_breaker.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <cstdint>

#include "common/error.h"

namespace backfile {
namespace {

void check(UErrorCode status) {
  if (U_SUCCESS(status)) return;
  throw Error(ErrorCode::internal, "ICU cannot divide Thai, Lao, Khmer or Burmese text into words",
              "install the package libicu72 again");
}

}  // namespace

struct DictionaryBreaker::State {
  std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> words{nullptr, ubrk_close};
  std::unique_ptr<UText, decltype(&utext_close)> text{nullptr, utext_close};

  State() {
    UErrorCode status = U_ZERO_ERROR;
    words.reset(ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
    check(status);
  }
};

DictionaryBreaker::DictionaryBreaker() = default;
DictionaryBreaker::~DictionaryBreaker() = default;
DictionaryBreaker::DictionaryBreaker(DictionaryBreaker&&) noexcept = default;
DictionaryBreaker& DictionaryBreaker::operator=(DictionaryBreaker&&) noexcept = default;

void DictionaryBreaker::read(std::string_view run) {
  if (!state_) state_ = std::make_unique<State>();
  UErrorCode status = U_ZERO_ERROR;
  UText* text = utext_openUTF8(state_->text.get(), run.data(),
                               static_cast<std::int64_t>(run.size()), &status);
  if (!state_->text) state_->text.reset(text);
  ubrk_setUText(state_->words.get(), text, &status);
  check(status);
  ubrk_first(state_->words.get());
}

std::size_t DictionaryBreaker::next() {
  const std::int32_t end = ubrk_next(state_->words.get());
  return end == UBRK_DONE ? 0 : static_cast<std::size_t>(end);
}

}  // namespace backfile
