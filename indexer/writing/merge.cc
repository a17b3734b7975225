#include "indexer/writing/merge.h"

#include <xapian.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <future>
#include <optional>
#include <span>

#include "common/error.h"
#include "common/index/glass/packing.h"
#include "common/index/glass/postings.h"
#include "common/index/glass/table_cursor.h"
#include "common/index/index_reader.h"
#include "indexer/writing/glass/merge_postings.h"
#include "indexer/writing/glass/table_writer.h"
#include "indexer/writing/glass/version_file.h"

namespace backfile {
namespace {

using glass::MergeSource;
using glass::TableRoot;
using glass::TableWriter;
using Sources = std::span<const MergeSource>;

/// The lowest and the highest number of a document. There may have been others that are gone.
struct Range {
  std::uint32_t first = 1;
  std::uint32_t last = 0;
};

Range documents_in(const std::string& directory, const glass::Version& version) {
  if (version.statistics.documents == 0) return {};
  const glass::Table table(directory + "/postlist.glass", version.postings, version.state.revision);
  auto lengths = glass::PostingChunks::of_lengths(table);
  Range range;
  if (lengths.next()) range.first = lengths.documents().front();
  if (lengths.seek(version.statistics.last)) range.last = lengths.documents().back();
  return range;
}

glass::Version version_of(const std::string& directory) {
  const auto version = glass::read_version_file(directory);
  if (!version || version->block_size != glass::block_size) {
    throw Error(ErrorCode::index_damaged, "the database " + directory + " cannot be read",
                "build the index again with backfile-index --rebuild SOURCE");
  }
  return *version;
}

/// Each source's documents follow those of the source before.
std::vector<MergeSource> sources_in(const std::vector<std::string>& directories) {
  std::vector<MergeSource> sources;
  std::uint32_t last = 0;
  for (const std::string& directory : directories) {
    const glass::Version version = version_of(directory);
    const Range range = documents_in(directory, version);
    const std::int64_t rise = std::int64_t{last} + 1 - range.first;
    last = static_cast<std::uint32_t>(range.last + rise);
    sources.push_back({directory, version, rise, last});
  }
  return sources;
}

/// Copies a table whose keys begin with the number of a document.
TableRoot merge_rows(Sources sources, const std::string& target, const std::string& name,
                     TableRoot glass::Version::*root) {
  TableWriter rows(target + name);
  std::string key;
  for (const MergeSource& source : sources) {
    if ((source.version.*root).entries == 0) continue;
    const glass::Table table(source.directory + name, source.version.*root,
                             source.version.state.revision, glass::Table::Access::once);
    glass::TableCursor cursor(table);
    for (cursor.seek({}); cursor.next();) {
      glass::Unpacker from(cursor.key());
      std::uint32_t document = 0;
      if (!from.sortable(document)) {
        throw Error(ErrorCode::index_damaged, source.directory + name + " is damaged",
                    "build the index again with backfile-index --rebuild SOURCE");
      }
      key.clear();
      glass::pack_sortable(key, source.number_of(document));
      key += from.rest();
      rows.add(key, cursor.tag(), cursor.is_compressed());
    }
  }
  return rows.finish();
}

glass::Statistics statistics_of(Sources sources) {
  glass::Statistics all;
  all.last = sources.back().last;
  for (const MergeSource& source : sources) {
    const glass::Statistics& each = source.version.statistics;
    all.documents += each.documents;
    all.length += each.length;
    all.longest = std::max(all.longest, each.longest);
    all.most_frequent = std::max(all.most_frequent, each.most_frequent);
    const bool is_shorter = all.shortest == 0 || each.shortest < all.shortest;
    if (each.shortest > 0 && is_shorter) all.shortest = each.shortest;
  }
  return all;
}

/// The tables of postings take about as long as all others.
void merge_tables(Sources sources, const std::string& target) {
  boost::filesystem::create_directories(target);
  auto postings = std::async(std::launch::async, [&] {
    TableWriter table(target + "/postlist.glass");
    glass::merge_postings(sources, table);
    return table.finish();
  });
  const TableRoot data = merge_rows(sources, target, "/docdata.glass", &glass::Version::data);
  const TableRoot terms = merge_rows(sources, target, "/termlist.glass", &glass::Version::terms);
  glass::write_version_file(target, {postings.get(), data, terms}, statistics_of(sources));
}

/// Xapian's table of positions is left to Xapian, with all others.
void merge_by_xapian(const std::vector<std::string>& sources, const std::string& target) {
  Xapian::Database all;
  for (const std::string& source : sources) all.add_database(Xapian::Database(source));
  all.compact(target);
}

}  // namespace

void merge(const std::vector<std::string>& directories, const std::string& target) {
  const std::vector<MergeSource> sources = sources_in(directories);
  const bool have_positions =
      std::any_of(sources.begin(), sources.end(),
                  [](const MergeSource& source) { return source.version.positions.entries > 0; });
  if (have_positions) return merge_by_xapian(directories, target);
  try {
    merge_tables(sources, target);
  } catch (const Error& error) {
    rethrow_unchanged(error, directories.front());  // nobody else writes meanwhile
  }
}

}  // namespace backfile
