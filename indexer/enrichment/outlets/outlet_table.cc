#include "indexer/enrichment/outlets/outlet_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/error.h"
#include "common/mapped_file.h"
#include "common/text/fold.h"
#include "common/text/host.h"
#include "common/text/utf8.h"

namespace backfile {

/// outlets.tsv, put in by the build.
extern const std::string_view built_in_outlets;

namespace {

/// The part of `text` before `separator`, which is taken off with it.
std::string_view take(std::string_view& text, std::string_view separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + separator.size(), text.size()));
  return trim(part);
}

const std::string* find(const std::unordered_map<std::string, std::string>& map,
                        const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

OutletTable::OutletTable() { add(built_in_outlets, "outlets.tsv"); }

const OutletTable& OutletTable::built_in() {
  static const OutletTable table;
  return table;
}

void OutletTable::add_file(const std::string& path) {
  const MappedFile file(path);
  add(file.bytes(), path);
}

void OutletTable::add(std::string_view table, const std::string& path) {
  for (int line = 1; !table.empty(); ++line) {
    const std::string_view row = take(table, "\n");
    if (!row.empty() && !row.starts_with('#')) add_row(row, fmt::format("{}:{}", path, line));
  }
}

void OutletTable::add_row(std::string_view row, const std::string& place) {
  const auto refuse = [&](const std::string& what) {
    throw Error(
        ErrorCode::usage, place + ": " + what,
        "a row is a name, hosts separated by spaces, and other names separated by |, with a "
        "tab before each");
  };
  if (!is_utf8(row)) refuse("not UTF-8");
  const std::string name = collapse_spaces(take(row, "\t"));
  std::string_view hosts = take(row, "\t");
  std::string_view others = take(row, "\t");
  if (name.empty() || (hosts.empty() && others.empty()) || !row.empty()) {
    refuse("not the row of an outlet");
  }
  while (!hosts.empty()) {
    const std::string_view written = take(hosts, " ");
    if (written.empty()) continue;
    const std::string host = host_of(written);
    if (host.empty()) refuse(std::string(written) + " is not a host");
    hosts_[host] = name;
  }
  while (!others.empty()) names_[name_key(take(others, "|"))] = name;
  names_.erase(name_key(name));
}

const std::string* OutletTable::at(std::string_view host) const {
  for (std::string each(host); !each.empty(); each = host_above(each)) {
    if (const std::string* name = find(hosts_, each)) return name;
  }
  return nullptr;
}

const std::string* OutletTable::meant_by(std::string_view name) const {
  return find(names_, name_key(name));
}

std::vector<OutletTable::Alias> OutletTable::aliases() const {
  std::vector<Alias> aliases(hosts_.begin(), hosts_.end());
  aliases.insert(aliases.end(), names_.begin(), names_.end());
  return aliases;
}

}  // namespace backfile
