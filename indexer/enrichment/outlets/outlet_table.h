#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace backfile {

/// Which outlet an address belongs to, and which names mean the same outlet. The program's own
/// table (outlets.tsv, which says what it looks like) can be extended by the user's.
class OutletTable {
 public:
  /// The program's own table.
  OutletTable();
  static const OutletTable& built_in();

  /// Adds the rows of `path`, which win over those there are. Throws Error (unreadable), and Error
  /// (usage) with the number of the line that is no row.
  void add_file(const std::string& path);

  /// The outlet that publishes at `host` ("news.bbc.co.uk"), in lower case and without "www.";
  /// nullptr when we do not know.
  [[nodiscard]] const std::string* at(std::string_view host) const;

  /// The outlet that is meant by another name of it ("BBC News (Online)"); nullptr when `name` is
  /// none, also when it is the outlet's own name.
  [[nodiscard]] const std::string* meant_by(std::string_view name) const;

  /// What may stand for an outlet, as a key (name_key), and the outlet's name: hosts, other names.
  using Alias = std::pair<std::string, std::string>;
  [[nodiscard]] std::vector<Alias> aliases() const;

 private:
  void add(std::string_view table, const std::string& path);
  void add_row(std::string_view row, const std::string& place);

  std::unordered_map<std::string, std::string> hosts_;
  std::unordered_map<std::string, std::string> names_;  ///< by name_key
};

}  // namespace backfile
