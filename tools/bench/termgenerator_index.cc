// The baseline that Backfile's indexer is measured against: Xapian's own TermGenerator with stems
// and positions, one database, default settings.
//
//   termgenerator-index ARCHIVE DB      ARCHIVE: a directory of JSON, or a file of it
#include <fmt/format.h>
#include <simdjson.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace dom = simdjson::dom;
namespace fs = std::filesystem;

/// The first of `keys` that holds text.
std::string_view text_of(dom::object article, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    std::string_view text;
    if (article[key].get(text) == simdjson::SUCCESS && !text.empty()) {
      return text;
    }
  }
  return {};
}

class Baseline {
 public:
  explicit Baseline(const std::string& directory)
      : database_(directory, Xapian::DB_CREATE_OR_OVERWRITE) {
    generator_.set_stemmer(Xapian::Stem("english"));
    generator_.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
  }

  /// A file holds objects one after the other (JSON lines), or arrays of them.
  void read(const fs::path& file) {
    const simdjson::padded_string json = simdjson::padded_string::load(file.string());
    const std::size_t longest_value = std::max<std::size_t>(json.size(), dom::MINIMAL_BATCH_SIZE);
    for (dom::element value : parser_.parse_many(json, longest_value)) {
      if (value.is_object()) {
        add(value);
        continue;
      }
      for (const dom::element article : value.get_array()) {
        add(article);
      }
    }
  }

  void commit() { database_.commit(); }
  std::uint64_t articles() const { return articles_; }
  std::uint64_t bytes() const { return bytes_; }

 private:
  void add(dom::object article) {
    const std::string title(text_of(article, {"title", "headline"}));
    const std::string body(
        text_of(article, {"body", "text", "content_original", "content", "maintext"}));
    Xapian::Document document;
    document.set_data(title + '\n' + body);
    generator_.set_document(document);
    generator_.set_termpos(0);
    generator_.index_text(title, 1, "S");
    generator_.increase_termpos();
    generator_.index_text(title);
    generator_.increase_termpos();
    generator_.index_text(body);
    database_.add_document(document);
    ++articles_;
    bytes_ += title.size() + body.size();
  }

  Xapian::WritableDatabase database_;
  Xapian::TermGenerator generator_;
  dom::parser parser_;
  std::uint64_t articles_ = 0;
  std::uint64_t bytes_ = 0;
};

std::vector<fs::path> json_files(const fs::path& archive) {
  if (!fs::is_directory(archive)) {
    return {archive};
  }
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(archive)) {
    const fs::path extension = entry.path().extension();
    if (extension == ".json" || extension == ".jsonl") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

void index(const fs::path& archive, const std::string& directory) {
  const auto start = std::chrono::steady_clock::now();
  Baseline baseline(directory);
  for (const fs::path& file : json_files(archive)) {
    baseline.read(file);
  }
  baseline.commit();
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  const double cpu = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  fmt::print("{{\"articles\": {}, \"bytes\": {}, \"seconds\": {:.3f}, \"cpu_seconds\": {:.3f}}}\n",
             baseline.articles(), baseline.bytes(), wall.count(), cpu);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: termgenerator-index ARCHIVE DB\n");
    return 2;
  }
  try {
    index(argv[1], argv[2]);
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "error: {}\n", error.get_description());
    return 2;
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    return 2;
  }
  return 0;
}
