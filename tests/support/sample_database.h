#pragma once

#include <xapian.h>

#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/writing/document.h"
#include "indexer/writing/segment_writer.h"

namespace backfile {

/// A record with what it refers to.
struct Sample {
  std::map<std::string, std::uint32_t> words;
  std::set<std::string> filters;
  std::map<std::uint32_t, std::string> values;
  std::string data;
};

/// Calls `visit` with the record of a sample.
template <typename Visit>
void with_record(const Sample& sample, Visit&& visit) {
  std::vector<TermEntry> words;
  for (const auto& [word, frequency] : sample.words) words.push_back({word, frequency});
  const std::vector<std::string> filters(sample.filters.begin(), sample.filters.end());
  IndexRecord record{{words, filters, {}, 0}, {}, sample.data};
  for (const auto& [slot, value] : sample.values) record.values.emplace_back(slot, value);
  visit(record);
}

using Samples = std::vector<std::vector<Sample>>;

inline void write_by_hand(const std::string& path, const Samples& batches) {
  std::vector<InvertedBatch> inverted(batches.size());
  for (std::size_t i = 0; i < batches.size(); ++i) {
    for (const Sample& sample : batches[i]) {
      with_record(sample, [&](const IndexRecord& record) { inverted[i].add(record); });
    }
    inverted[i].finish();
  }
  write_segment(path, inverted);
}

inline void write_by_xapian(const std::string& path, const Samples& batches) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
  for (const auto& batch : batches) {
    for (const Sample& sample : batch) {
      with_record(sample,
                  [&](const IndexRecord& record) { database.add_document(make_document(record)); });
    }
  }
  database.commit();
}

/// All that a database tells, as text.
inline std::vector<std::string> content_of(const Xapian::Database& database) {
  std::vector<std::string> content;
  const auto tell = [&](const auto&... parts) {
    std::string line;
    ((line += parts, line += '|'), ...);
    content.push_back(line);
  };
  const auto text = [](auto number) { return std::to_string(number); };
  tell("database", text(database.get_doccount()), text(database.get_lastdocid()),
       text(database.get_total_length()), text(database.get_doclength_lower_bound()),
       text(database.get_doclength_upper_bound()));
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    tell("term", *term, text(term.get_termfreq()), text(database.get_collection_freq(*term)),
         text(database.get_wdf_upper_bound(*term)));
    for (auto post = database.postlist_begin(*term); post != database.postlist_end(*term); ++post) {
      tell("posting", text(*post), text(post.get_wdf()), text(post.get_doclength()));
    }
  }
  for (auto post = database.postlist_begin({}); post != database.postlist_end({}); ++post) {
    const Xapian::docid number = *post;
    const Xapian::Document document = database.get_document(number);
    tell("document", text(number), document.get_data(), text(database.get_doclength(number)));
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      tell("its term", *term, text(term.get_wdf()));
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      tell("its value", text(value.get_valueno()), *value);
    }
  }
  for (Xapian::valueno slot = 0; slot < 10; ++slot) {
    tell("slot", text(database.get_value_freq(slot)), database.get_value_lower_bound(slot),
         database.get_value_upper_bound(slot));
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value) {
      tell("value", text(value.get_docid()), *value);
    }
  }
  return content;
}

/// What Xapian's own check finds.
inline std::string faults_of(const std::string& path) {
  std::ostringstream told;
  return Xapian::Database::check(path, 0, &told) == 0 ? "" : told.str();
}

/// Words of all lengths, some in most documents.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

  std::string bytes(std::size_t most) {
    std::string made(1 + below(most), ' ');
    for (char& byte : made) byte = static_cast<char>(below(256));
    return made;
  }

  std::string text(std::size_t length) {
    std::string made;
    while (made.size() < length) made += "the walrus saw " + std::to_string(below(1000)) + " ";
    return made;
  }

  Sample sample(std::size_t words) {
    Sample made;
    for (std::size_t i = 0; i < words; ++i) {
      made.words["w" + std::to_string(below(1 + below(5000)))] =
          static_cast<std::uint32_t>(below(300));
    }
    made.words["everywhere"] = static_cast<std::uint32_t>(1 + below(3));
    made.words[bytes(100)] = 1;
    made.filters = {"Q" + std::to_string(number_++), "XO" + std::to_string(below(5)), bytes(20)};
    made.values[0] = std::to_string(below(1000));
    if (below(3) > 0) made.values[7] = bytes(1 + below(3000));
    made.data = below(4) == 0 ? bytes(9000) : text(below(20000));
    return made;
  }

 private:
  std::mt19937 random_;
  int number_ = 0;
};

}  // namespace backfile
