#include "indexer/readers/xml/page_files.h"

#include <array>
#include <boost/filesystem.hpp>

#include "common/error.h"
#include "common/mapped_file.h"
#include "common/text/lower_case.h"
#include "indexer/readers/xml/xml_stream.h"

namespace backfile {
namespace {

namespace fs = boost::filesystem;
using namespace std::string_view_literals;

/// Without "." and ".."; Boost leaves a "." at the beginning.
std::string normal(const fs::path& path) {
  std::string text = path.lexically_normal().string();
  return text.starts_with("./") ? text.substr(2) : text;
}

PageFile without_pages(std::string why_not) { return {{}, {}, std::move(why_not)}; }

std::string called(const std::string& href) { return "the page's file " + href; }

PageFile parsed(const std::string& href, std::string_view bytes) {
  XmlStream stream(bytes);
  if (!stream.next() || stream.element().name != "alto") {
    return without_pages(called(href) + " is not ALTO");
  }
  PageFile file;
  file.pages = alto_pages(stream);
  file.why_not = stream.error().empty() ? called(href) + " is empty" : stream.error();
  for (const AltoPage& page : file.pages) {
    for (const AltoBlock& block : page.blocks)
      file.blocks.try_emplace(block.id, PlaceOnPage{&page, &block});
  }
  return file;
}

}  // namespace

std::map<std::string, std::string> page_hrefs(const Element& mets) {
  std::map<std::string, std::string> hrefs;
  for (const Element* section : mets.all("fileSec")) {
    for (const Element* file : section->descendants("file")) {
      const Element* place = file->first("FLocat");
      const std::string href(place != nullptr ? place->attribute("href") : "");
      if (lower_case(href).ends_with(".xml")) hrefs[std::string(file->attribute("ID"))] = href;
    }
  }
  return hrefs;
}

std::string page_path(const std::string& mets_path, std::string_view href) {
  for (const auto scheme : {"file://"sv, "file:"sv}) {
    if (href.starts_with(scheme)) href.remove_prefix(scheme.size());
  }
  const fs::path relative = fs::path(std::string(href)).lexically_normal();
  const bool climbs = !relative.empty() && *relative.begin() == "..";
  if (relative.empty() || relative.is_absolute() || climbs) return {};
  return normal(fs::path(mets_path).parent_path() / relative);
}

std::string path_beside_others(const Input& input) {
  const std::string& member = input.location.member;
  if (member.empty()) return input.location.path;
  return normal(member.substr(member.rfind('!') + 1));
}

PageFiles::PageFiles(const Element& mets, const Input& input)
    : path_(path_beside_others(input)), siblings_(input.siblings), hrefs_(page_hrefs(mets)) {
  if (siblings_ != nullptr) unpack();
}

const PageFile* PageFiles::file(std::string_view id) {
  const auto href = hrefs_.find(std::string(id));
  if (href == hrefs_.end()) return nullptr;
  const auto [entry, added] = files_.try_emplace(href->second);
  if (added) entry->second = load(href->second);
  return &entry->second;
}

void PageFiles::unpack() {
  std::map<std::string, std::string> awaited;
  for (const auto& [id, href] : hrefs_) awaited[page_path(path_, href)] = href;
  awaited.erase("");
  const auto of = [&](const std::string& name) { return awaited.find(normal(name)); };
  siblings_->each([&](const std::string& name) { return of(name) != awaited.end(); },
                  [&](const std::string& name, std::string_view bytes) {
                    const auto page = of(name);
                    files_[page->second] = parsed(page->second, bytes);
                    awaited.erase(page);
                    return !awaited.empty();
                  });
}

PageFile PageFiles::load(const std::string& href) const {
  const std::string path = page_path(path_, href);
  if (path.empty()) {
    return without_pages(called(href) + " is not below the directory of the METS file");
  }
  if (siblings_ != nullptr) return without_pages(called(href) + " is not in the archive");
  try {
    return parsed(href, MappedFile(path).bytes());
  } catch (const Error& error) {
    return without_pages(error.what());
  }
}

}  // namespace backfile
