#include "indexer/readers/csv_list.h"

#include <utility>

#include "common/text/utf8.h"

namespace backfile {
namespace {

class ListReader {
 public:
  explicit ListReader(std::string_view cell) : rest_(trim(cell)) {}

  std::optional<std::vector<std::string>> read() {
    std::vector<std::string> items;
    if (!take('[')) return std::nullopt;
    if (take(']')) return whole(std::move(items));
    do {
      auto item = string();
      if (!item) return std::nullopt;
      items.push_back(std::move(*item));
    } while (take(','));
    return take(']') ? whole(std::move(items)) : std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<std::vector<std::string>> whole(
      std::vector<std::string> items) const {
    if (!rest_.empty()) return std::nullopt;
    return items;
  }

  bool take(char sign) {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(1);
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    return true;
  }

  std::optional<std::string> string() {
    if (rest_.empty() || (rest_[0] != '\'' && rest_[0] != '"')) return std::nullopt;
    const char mark = rest_[0];
    std::string content;
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      if (rest_[at] == mark) {
        rest_.remove_prefix(at + 1);
        return content;
      }
      if (rest_[at] == '\\' && at + 1 < rest_.size()) ++at;
      content += rest_[at];
    }
    return std::nullopt;
  }

  std::string_view rest_;
};

}  // namespace

std::optional<std::vector<std::string>> csv_list(std::string_view cell) {
  return ListReader(cell).read();
}

}  // namespace backfile
