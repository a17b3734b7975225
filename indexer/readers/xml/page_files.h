#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/element.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/xml/alto.h"

namespace backfile {

struct PlaceOnPage {
  const AltoPage* page;
  const AltoBlock* block;
};

/// The pages in one ALTO file, and where each block is.
struct PageFile {
  std::vector<AltoPage> pages;
  std::map<std::string_view, PlaceOnPage> blocks;
  std::string why_not;  ///< why there are no pages
};

/// Where the files of text are that a METS document names (`href`), by their names in it (ID).
std::map<std::string, std::string> page_hrefs(const Element& mets);

/// Where `href` in the METS file at `mets_path` points; "" for what is not below its directory.
std::string page_path(const std::string& mets_path, std::string_view href);

/// The path of an input as others beside it name it: in a container its name there.
std::string path_beside_others(const Input& input);

/// Reads the ALTO files of an issue: from the directory each when it is first asked for, from a
/// container all at once.
class PageFiles {
 public:
  /// `input` is the METS document's.
  PageFiles(const Element& mets, const Input& input);

  /// The file with the id `id`; nullptr when that is not one of text.
  const PageFile* file(std::string_view id);

 private:
  void unpack();
  [[nodiscard]] PageFile load(const std::string& href) const;

  std::string path_;
  const Siblings* siblings_;
  std::map<std::string, std::string> hrefs_;
  std::map<std::string, PageFile> files_;
};

}  // namespace backfile
