#include "indexer/manifest/manifest.h"

#include <catch2/catch.hpp>

#include "common/error.h"

using namespace backfile;

namespace {

SourceRecord record(std::uint64_t number) {
  SourceRecord made;
  made.stamp = {number, -5, 1'700'000'000'123'456'789};
  made.root = std::make_shared<const std::string>("/archive");
  made.recipe = 7;
  made.hash = hash_of(std::to_string(number));
  made.articles = number % 3;
  made.duplicates = number % 2;
  made.records = number % 5;
  return made;
}

std::string path(std::uint64_t number) {
  return "/archive/" + std::to_string(number % 7) + "/" + std::to_string(number) + ".json";
}

Manifest manifest_of(std::uint64_t files) {
  Manifest manifest;
  for (std::uint64_t number = 0; number < files; ++number) {
    manifest.put(path(number), record(number));
  }
  return manifest;
}

/// The changes as metadata would have them.
Metadata written(Metadata metadata, const Metadata& changes) {
  for (const auto& [key, text] : changes) {
    metadata[key] = text;
    if (text.empty()) metadata.erase(key);
  }
  return metadata;
}

void check_same(const SourceRecord& found, const SourceRecord& expected) {
  CHECK(found.stamp == expected.stamp);
  CHECK(*found.root == *expected.root);
  CHECK(found.recipe == expected.recipe);
  CHECK(found.hash == expected.hash);
  CHECK(found.company == expected.company);
  CHECK(found.articles == expected.articles);
  CHECK(found.duplicates == expected.duplicates);
  CHECK(found.records == expected.records);
  CHECK(found.uncertain == expected.uncertain);
  CHECK(found.has_leftovers == expected.has_leftovers);
  CHECK(found.gone == expected.gone);
  REQUIRE(found.failures.size() == expected.failures.size());
  for (std::size_t i = 0; i < found.failures.size(); ++i) {
    CHECK(found.failures[i].source == expected.failures[i].source);
    CHECK(found.failures[i].reason == expected.failures[i].reason);
    CHECK(found.failures[i].position == expected.failures[i].position);
    CHECK(found.failures[i].skipped == expected.failures[i].skipped);
    CHECK(found.failures[i].count == expected.failures[i].count);
  }
}

}  // namespace

TEST_CASE("What is known of a file comes back as it was") {
  SourceRecord made = record(12);
  made.company = 99;
  made.uncertain = made.gone = made.has_leftovers = true;
  made.failures = {{{"/a", "b!c", 3}, "not JSON", 17, false, 1},
                   {{"/z", "", 0}, "empty", 0, true, 5}};
  Manifest manifest;
  manifest.put("/a", made);
  manifest.put("/b\n\xFF", record(3));
  const Manifest read(manifest.changes());
  REQUIRE(read.find("/a") != nullptr);
  check_same(*read.find("/a"), made);
  REQUIRE(read.find("/b\n\xFF") != nullptr);
  check_same(*read.find("/b\n\xFF"), record(3));
  CHECK(read.find("/c") == nullptr);
}

TEST_CASE("Of many files little is written when little changes") {
  const Metadata metadata = manifest_of(10'000).changes();
  CHECK(metadata.size() > 5);
  CHECK(metadata.size() < 60);
  Manifest manifest(metadata);
  REQUIRE(manifest.records().size() == 10'000);
  CHECK(manifest.changes().empty());
  manifest.put(path(10'001), record(1));
  manifest.remove(path(17));
  const Metadata changes = manifest.changes();
  CHECK(changes.size() <= 4);
  const Manifest read(written(metadata, changes));
  CHECK(read.records().size() == 10'000);
  CHECK(read.find(path(17)) == nullptr);
  CHECK(read.find(path(10'001)) != nullptr);
}

TEST_CASE("What is written does not depend on how it came about") {
  Metadata metadata;
  for (std::uint64_t first = 0; first < 5'000; first += 1'000) {
    Manifest manifest(metadata);
    for (std::uint64_t number = first; number < first + 1'100; ++number) {
      manifest.put(path(number), record(number));
    }
    metadata = written(metadata, manifest.changes());
  }
  Manifest manifest(metadata);
  for (std::uint64_t number = 3'000; number < 5'100; ++number) manifest.remove(path(number));
  CHECK(written(metadata, manifest.changes()) == manifest_of(3'000).changes());
  for (std::uint64_t number = 0; number < 3'000; ++number) manifest.remove(path(number));
  CHECK(written(metadata, manifest.changes()).empty());
}

TEST_CASE("Damage is an error, whatever it is") {
  const Metadata metadata = manifest_of(40).changes();
  const auto& [key, packed] = *metadata.begin();
  for (std::size_t size = 0; size < packed.size(); ++size) {
    try {
      const Manifest manifest(Metadata{{key, packed.substr(0, size)}});
      CHECK(manifest.records().size() < 40);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::index_damaged);
    }
  }
  for (std::size_t at = 0; at < packed.size(); ++at) {
    std::string changed = packed;
    changed[at] = static_cast<char>(changed[at] ^ 0xFF);
    try {
      const Manifest manifest(Metadata{{key, changed}});
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::index_damaged);
    }
  }
}
