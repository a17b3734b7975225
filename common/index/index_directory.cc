#include "common/index/index_directory.h"

#include <algorithm>
#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>
#include <cstdlib>
#include <string_view>

#include "common/error.h"
#include "common/index/durable.h"

namespace backfile {
namespace {

namespace fs = boost::filesystem;

constexpr std::string_view stub_name = "/XAPIANDB";
constexpr std::string_view stub_key = "auto ";

bool is_generation(const std::string& name) {
  return name.size() > 1 && name[0] == 'g' &&
         name.find_first_not_of("0123456789", 1) == std::string::npos;
}

/// What Xapian makes in a database's directory.
bool is_database_file(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == "flintlock" || name == "iamglass" || name.ends_with(".glass") ||
         name.ends_with(".tmp");
}

bool all_in(const fs::path& directory, bool (*condition)(const fs::path&)) {
  return std::all_of(fs::directory_iterator(directory), fs::directory_iterator(),
                     [&](const auto& entry) { return condition(entry.path()); });
}

/// What the first run of all leaves when it ends before it has published anything.
bool is_unpublished(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name == "XAPIANDB.new") return true;
  return name == "g1" && fs::is_directory(path) && all_in(path, is_database_file);
}

/// Without a word when it fails: what is left costs room only, and the next run tries again.
void remove_quietly(const fs::path& path) {
  boost::system::error_code ignored;
  fs::remove_all(path, ignored);
}

}  // namespace

std::string IndexDirectory::generation() const {
  fs::ifstream stub(path_ + std::string(stub_name));
  std::string line;
  if (!stub) return {};
  std::getline(stub, line);
  const std::string name =
      line.starts_with(stub_key) ? line.substr(stub_key.size()) : std::string();
  if (!is_generation(name)) {
    throw Error(ErrorCode::index_damaged, path_ + std::string(stub_name) + " is not Backfile's",
                "give another directory with --db");
  }
  return path_ + "/" + name;
}

bool IndexDirectory::is_ours() const {
  if (!fs::exists(path_) || fs::exists(path_ + std::string(stub_name))) return true;
  if (!fs::is_directory(path_)) return false;
  return all_in(path_, is_unpublished);
}

std::string IndexDirectory::next_generation() const {
  const std::string now = generation();
  const std::size_t slash = now.rfind("/g");
  const unsigned long long number =
      now.empty() ? 0 : std::strtoull(now.c_str() + slash + 2, nullptr, 10);
  return path_ + "/g" + std::to_string(number + 1);
}

void IndexDirectory::publish(const std::string& generation) const {
  const std::string stub = path_ + std::string(stub_name);
  const std::string name = fs::path(generation).filename().string();
  synchronise_directory(generation);
  replace_file(stub, std::string(stub_key) + name + "\n");
  tidy();
}

void IndexDirectory::tidy(const std::string& keep) const {
  const std::string in_use = fs::path(generation()).filename().string();
  const std::string kept = fs::path(keep).filename().string();
  boost::system::error_code error;
  for (fs::directory_iterator entry(path_, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (is_generation(name) && name != in_use && name != kept) remove_quietly(entry->path());
  }
  remove_quietly(building());
}

std::string index_path(const std::string& option) {
  if (!option.empty()) return option;
  if (const char* variable = std::getenv("BACKFILE_DB"); variable != nullptr && *variable != '\0') {
    return variable;
  }
  boost::system::error_code error;
  for (fs::path directory = fs::current_path(error); !directory.empty();
       directory = directory.parent_path()) {
    if (fs::is_directory(directory / ".backfile", error)) return (directory / ".backfile").string();
  }
  return ".backfile";
}

}  // namespace backfile
