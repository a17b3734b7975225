#include <xapian.h>

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/glass/lengths.h"
#include "common/index/glass/packing.h"
#include "common/index/glass/postings.h"
#include "common/index/glass/table_cursor.h"
#include "common/index/glass/values.h"
#include "common/index/glass/version_file.h"
#include "common/index/packed.h"
#include "common/mapped_file.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

/// Numbers of 32 bits.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::uint32_t operator()() { return static_cast<std::uint32_t>(engine_()); }

 private:
  std::mt19937 engine_;
};

constexpr Xapian::valueno long_values = 9;
constexpr Xapian::valueno short_values = 200;

std::string random_bytes(Random& random, std::size_t size) {
  std::string bytes;
  while (bytes.size() < size) bytes += static_cast<char>(random());
  return bytes;
}

/// With words of all frequencies, NUL bytes and long words, short and long values.
Xapian::Document random_document(Random& random) {
  Xapian::Document document;
  for (unsigned word = 0; word < 40; ++word) {
    if (random() % (word * word / 4 + 1) == 0) {
      document.add_term("w" + std::to_string(word), 1 + random() % 300);
    }
  }
  document.add_term(std::string("nul\0in", 6) + static_cast<char>(random() % 3));
  if (random() % 50 == 0) document.add_term(std::string(200, 'l'), random() % 3);
  if (random() % 3 != 0) document.add_value(long_values, random_bytes(random, random() % 3000));
  if (random() % 5 != 0) document.add_value(short_values, std::to_string(random() % 90));
  return document;
}

bool has(const Xapian::Database& database, Xapian::docid document) {
  const auto end = database.postlist_end("");
  auto all = database.postlist_begin("");
  all.skip_to(document);
  return all != end && *all == document;
}

/// Written in several transactions, with changes and gaps.
void fill(Xapian::WritableDatabase& database, Random& random, unsigned documents) {
  for (unsigned i = 0; i < documents; ++i) {
    database.add_document(random_document(random));
    if (i % 97 == 0) database.commit();
    if (i % 13 == 0) database.replace_document(1 + random() % (i + 1), random_document(random));
    if (i % 29 == 0 && i > 0) {
      const Xapian::docid gone = 1 + random() % i;
      if (has(database, gone)) database.delete_document(gone);
    }
  }
  database.commit();
}

glass::Table table_in(const std::string& directory) {
  const auto version = glass::read_version_file(directory);
  REQUIRE(version);
  CHECK(version->block_size == glass::block_size);
  return {directory + "/postlist.glass", version->postings, version->state.revision};
}

std::map<std::uint32_t, std::uint32_t> all_of(glass::PostingChunks chunks) {
  std::map<std::uint32_t, std::uint32_t> all;
  while (chunks.next()) {
    for (std::size_t i = 0; i < chunks.documents().size(); ++i) {
      all.emplace(chunks.documents()[i], chunks.frequencies()[i]);
    }
  }
  return all;
}

std::map<std::uint32_t, std::uint32_t> by_xapian(const Xapian::Database& database,
                                                 const std::string& term) {
  std::map<std::uint32_t, std::uint32_t> all;
  const auto end = database.postlist_end(term);
  for (auto post = database.postlist_begin(term); post != end; ++post) {
    all.emplace(*post, term.empty() ? post.get_doclength() : post.get_wdf());
  }
  return all;
}

void require_equal(const Xapian::Database& database, const glass::Table& table) {
  CHECK(all_of(glass::PostingChunks::of_lengths(table)) == by_xapian(database, ""));
  const auto end = database.allterms_end();
  for (auto term = database.allterms_begin(); term != end; ++term) {
    INFO(*term);
    CHECK(all_of(glass::PostingChunks::of_term(table, *term)) == by_xapian(database, *term));
  }
  CHECK(all_of(glass::PostingChunks::of_term(table, "unknown")).empty());
  for (const Xapian::valueno slot : {long_values, short_values, Xapian::valueno{7}}) {
    for (const unsigned step : {1U, 7U, 60U}) {
      glass::Values values(table, slot);
      std::string wrong;
      for (Xapian::docid number = 1; number <= database.get_lastdocid() + 3; number += step) {
        const std::string expected =
            has(database, number) ? database.get_document(number).get_value(slot) : std::string();
        if (values.of(number) != expected) wrong += std::to_string(number) + ' ';
      }
      CHECK(wrong.empty());
    }
  }
  glass::Lengths lengths(table, database.get_lastdocid());
  for (Xapian::docid number = database.get_lastdocid(); number > 0; --number) {
    const Xapian::termcount expected = has(database, number) ? database.get_doclength(number) : 0;
    if (lengths.of(number) != expected) CHECK(lengths.of(number) == expected);
  }
}

}  // namespace

TEST_CASE("Lengths that are known are taken, and those that are too long are read") {
  const TemporaryDirectory directory;
  Xapian::WritableDatabase writer(directory.path() + "/db", Xapian::DB_CREATE);
  for (const Xapian::termcount length : {0U, 1U, 65533U, 65534U, 65535U, 1000000U}) {
    Xapian::Document document;
    document.add_term("word", length);
    writer.add_document(document);
  }
  writer.commit();
  const auto table = table_in(directory.path() + "/db");
  std::vector<glass::ShortLength> known{0};
  for (Xapian::docid number = 1; number <= 6; ++number) {
    known.push_back(glass::short_length(writer.get_doclength(number)));
  }
  known[2] = glass::short_length(17);  // to tell where it was taken from
  glass::Lengths lengths(table, 6, known);
  CHECK(lengths.of(1) == 0);
  CHECK(lengths.of(2) == 17);
  for (Xapian::docid number = 3; number <= 6; ++number) {
    CHECK(lengths.of(number) == writer.get_doclength(number));
  }
  CHECK(lengths.of(7) == 0);
}

TEST_CASE("A mapped table has what Xapian reads from it") {
  Random random(3);
  const TemporaryDirectory directory;
  Xapian::WritableDatabase writer(directory.path() + "/db", Xapian::DB_CREATE);
  fill(writer, random, 2500);
  Xapian::Database database(directory.path() + "/db");
  const auto version = glass::read_version_file(directory.path() + "/db");
  REQUIRE(version);
  CHECK(version->state == state_of(database));
  require_equal(database, table_in(directory.path() + "/db"));

  SECTION("and when it was compacted") {
    database.compact(directory.path() + "/compact");
    const Xapian::Database compact(directory.path() + "/compact");
    require_equal(compact, table_in(directory.path() + "/compact"));
  }
}

// Such an entry ends its block, where it comes first in it.
TEST_CASE("Entries of a byte are found wherever they stand in a block") {
  const TemporaryDirectory directory;
  {
    Xapian::WritableDatabase writer(directory.path() + "/db", Xapian::DB_CREATE);
    for (int i = 0; i < 5000; ++i) writer.set_metadata("key" + std::to_string(i), "4");
    writer.commit();
  }
  Xapian::Database database(directory.path() + "/db");
  database.compact(directory.path() + "/compact");
  for (const char* name : {"/db", "/compact"}) {
    const glass::Table table = table_in(directory.path() + name);
    glass::TableCursor in_turn(table);
    in_turn.seek("");
    std::size_t entries = 0;
    while (in_turn.next()) ++entries;
    CHECK(entries == 5000);
    glass::TableCursor anywhere(table);
    for (int i = 0; i < 5000; i += 7) {
      const std::string key = std::string("\0\xC0", 2) + "key" + std::to_string(i);
      anywhere.seek(key);
      CHECK((anywhere.key() == key && anywhere.tag() == "4"));
    }
  }
}

TEST_CASE("A table tells when a writer has taken what it reads") {
  Random random(4);
  const TemporaryDirectory directory;
  Xapian::WritableDatabase writer(directory.path() + "/db", Xapian::DB_CREATE);
  fill(writer, random, 600);
  const glass::Table table = table_in(directory.path() + "/db");
  const auto before = all_of(glass::PostingChunks::of_term(table, "w0"));
  writer.add_document(random_document(random));
  writer.commit();
  CHECK(all_of(glass::PostingChunks::of_term(table, "w0")) == before);
  for (int i = 0; i < 3; ++i) fill(writer, random, 200);
  try {
    all_of(glass::PostingChunks::of_term(table, "w0"));
    FAIL("the table was written anew");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::index_changed);
  }
}

TEST_CASE("What is no version file of the format is none") {
  const TemporaryDirectory directory;
  CHECK_FALSE(glass::read_version_file(directory.path()));
  directory.write("iamglass", "something else");
  CHECK_FALSE(glass::read_version_file(directory.path()));
  directory.write("iamglass", std::string("\x0F\x0DXapian Glass\x04\x6E", 16) + "short");
  CHECK_FALSE(glass::read_version_file(directory.path()));
}

TEST_CASE("Damaged blocks are an error") {
  Random random(5);
  const TemporaryDirectory directory;
  {
    Xapian::WritableDatabase writer(directory.path() + "/db", Xapian::DB_CREATE);
    fill(writer, random, 200);
  }
  const auto version = glass::read_version_file(directory.path() + "/db");
  REQUIRE(version);
  const std::string path = directory.path() + "/db/postlist.glass";
  const std::string sound(MappedFile(path).bytes());
  for (int round = 0; round < 300; ++round) {
    std::string bytes = sound;
    for (int i = 0; i < 20; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    directory.write("db/postlist.glass", bytes);
    const glass::Table table(path, version->postings, version->state.revision);
    try {
      for (int word = 0; word < 40; ++word) {
        all_of(glass::PostingChunks::of_term(table, "w" + std::to_string(word)));
      }
      glass::Values values(table, long_values);
      for (std::uint32_t number = 1; number < 250; ++number) values.of(number);
    } catch (const Error& error) {
      const bool is_told =
          error.code() == ErrorCode::index_changed || error.code() == ErrorCode::index_damaged;
      CHECK(is_told);
    }
  }
}

TEST_CASE("A value of the next document is unpacked when it is brief and whole") {
  const auto next = [](const std::string& bytes) {
    std::string_view value = "as before";
    const bool is_taken = glass::Unpacker(bytes).next_of_neighbour(value);
    return is_taken ? std::string(value) : "none";
  };
  const auto packed = [](std::uint32_t gap, const std::string& value) {
    std::string bytes;
    put_number(bytes, gap);
    put_text(bytes, value);
    return bytes;
  };
  CHECK(next(packed(0, "value")) == "value");
  CHECK(next(packed(0, "")).empty());
  CHECK(next(packed(0, std::string(127, 'v'))) == std::string(127, 'v'));
  CHECK(next(packed(0, std::string(128, 'v'))) == "none");
  CHECK(next(packed(1, "value")) == "none");
  CHECK(next(packed(0, "value").substr(0, 6)) == "none");
  CHECK(next(std::string(1, '\0')) == "none");
  CHECK(next("") == "none");
}

TEST_CASE("Packed numbers are unpacked") {
  Random random(6);
  for (int i = 0; i < 10'000; ++i) {
    const std::uint32_t number = random() >> (random() % 32);
    std::string bytes;
    put_number(bytes, number);
    glass::pack_sortable(bytes, number);
    put_text(bytes, "text");
    glass::Unpacker from(bytes);
    std::uint32_t plain = 0;
    std::uint32_t sortable = 0;
    std::string_view text;
    REQUIRE((from.number(plain) && from.sortable(sortable) && from.text(text)));
    CHECK(plain == number);
    CHECK(sortable == number);
    CHECK(text == "text");
    CHECK(from.at_end());
    CHECK_FALSE(from.number(plain));
  }
}
