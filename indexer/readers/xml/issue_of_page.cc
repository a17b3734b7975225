#include "indexer/readers/xml/issue_of_page.h"

#include <algorithm>
#include <boost/filesystem.hpp>
#include <map>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/mapped_file.h"
#include "common/text/lower_case.h"
#include "indexer/readers/xml/page_files.h"
#include "indexer/readers/xml/xml.h"
#include "indexer/readers/xml/xml_stream.h"

namespace backfile {
namespace {

namespace fs = boost::filesystem;

bool is_mets(std::string_view bytes) {
  constexpr std::size_t sample = 64UL * 1024;
  return root_name(bytes.substr(0, sample)) == "mets";
}

bool is_xml_name(const std::string& name) { return lower_case(name).ends_with(".xml"); }

/// The METS files in `directory`, if it is of a size that one looks through.
std::vector<std::string> mets_in(const fs::path& directory) {
  constexpr int most_files = 5000;
  std::vector<std::string> found;
  boost::system::error_code error;
  int count = 0;
  for (fs::directory_iterator file(directory, error), end; !error && file != end;
       file.increment(error)) {
    if (++count > most_files) return {};
    const std::string path = file->path().string();
    if (!is_xml_name(path)) continue;
    try {
      if (is_mets(MappedFile(path).bytes())) found.push_back(path);
    } catch (const Error&) {
      continue;
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// Those of the directory that was asked for last: its pages come one after the other.
const std::vector<std::string>& known_mets_in(const fs::path& directory) {
  thread_local std::map<std::string, std::vector<std::string>> known;
  constexpr std::size_t most_known = 2;
  const auto entry = known.find(directory.string());
  if (entry != known.end()) return entry->second;
  if (known.size() == most_known) known.clear();
  return known[directory.string()] = mets_in(directory);
}

/// Whether a METS file names `path` as one of its files.
bool names_page(const std::string& mets, const fs::path& path) {
  const fs::path relative = path.lexically_relative(fs::path(mets).parent_path());
  const MappedFile file(mets);
  for (const char* before : {"\"", "/"}) {
    const std::string href = before + relative.string() + "\"";
    if (file.bytes().find(href) != std::string_view::npos) return true;
  }
  return false;
}

std::string issue_in_directory(const fs::path& page) {
  if (!page.is_absolute()) return {};
  for (const fs::path& directory : {page.parent_path(), page.parent_path().parent_path()}) {
    for (const std::string& mets : known_mets_in(directory)) {
      try {
        if (names_page(mets, page)) return fs::path(mets).filename().string();
      } catch (const Error&) {
        continue;
      }
    }
  }
  return {};
}

std::map<std::string, std::string> issues_in(const Siblings& siblings) {
  std::map<std::string, std::string> issues;
  siblings.each(is_xml_name, [&](const std::string& name, std::string_view bytes) {
    if (!is_mets(bytes)) return true;
    XmlStream stream(bytes);
    if (!stream.next()) return true;
    for (const auto& [id, href] : page_hrefs(stream.take())) {
      issues.try_emplace(page_path(name, href), name);
    }
    return true;
  });
  return issues;
}

std::string issue_in_container(const Input& page) {
  if (!page.siblings->issues) page.siblings->issues = issues_in(*page.siblings);
  const auto issue = page.siblings->issues->find(path_beside_others(page));
  return issue == page.siblings->issues->end() ? std::string() : issue->second;
}

}  // namespace

std::string issue_of_page(const Input& page) {
  if (page.siblings != nullptr) return issue_in_container(page);
  return page.location.member.empty() ? issue_in_directory(page.location.path) : std::string();
}

}  // namespace backfile
