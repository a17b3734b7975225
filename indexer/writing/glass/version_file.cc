#include "indexer/writing/glass/version_file.h"

#include <random>

#include "common/index/glass/packing.h"
#include "common/index/output_file.h"
#include "common/index/packed.h"

namespace backfile::glass {
namespace {

constexpr std::uint32_t revision = 1;
constexpr unsigned blocks_in_order = 2;  ///< the leaves' numbers rise with their keys
constexpr unsigned no_root = 1;

/// Shorter tags are never compressed, here as in the databases that Xapian makes.
constexpr unsigned compressed_from = 18;

void append_identifier(std::string& to) {
  std::random_device random;
  for (int i = 0; i < 4; ++i) {
    const std::uint32_t number = random();
    to.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
}

void append_table(std::string& to, unsigned root, unsigned flags, std::uint64_t entries,
                  unsigned compression, const std::string& free_list) {
  put_number(to, root);
  put_number(to, flags);
  put_number(to, entries);
  put_number(to, block_size >> block_size_shift);
  put_number(to, compression);
  put_text(to, free_list);
}

void append_table(std::string& to, const TableRoot& table, unsigned compression) {
  std::string free_list;  // no block is free: the list has neither begin nor end
  put_number(free_list, revision);
  put_number(free_list, table.blocks);
  free_list.append(4, '\0');
  append_table(to, table.block, table.level << level_shift | blocks_in_order, table.entries,
               compression, free_list);
}

void append_empty_table(std::string& to, unsigned compression) {
  append_table(to, 0, blocks_in_order | no_root, 0, compression, {});
}

void append_statistics(std::string& to, const Statistics& statistics) {
  put_number(to, statistics.documents);
  put_number(to, statistics.last - statistics.documents);
  put_number(to, statistics.shortest);
  put_number(to, statistics.most_frequent);
  put_number(to, statistics.longest - statistics.most_frequent);
  put_number(to, 0);  // oldest set of changes
  put_number(to, statistics.length);
  put_number(to, 0);  // frequency of spellings
}

}  // namespace

void write_version_file(const std::string& directory, const Tables& tables,
                        const Statistics& statistics) {
  std::string content(version_mark);
  append_identifier(content);
  put_number(content, revision);
  append_table(content, tables.postings, 0);
  append_table(content, tables.data, compressed_from);
  append_table(content, tables.terms, compressed_from);
  append_empty_table(content, 0);                // positions
  append_empty_table(content, compressed_from);  // spellings
  append_empty_table(content, compressed_from);  // synonyms
  append_statistics(content, statistics);
  OutputFile(directory + "/iamglass").write_at(0, content);
}

}  // namespace backfile::glass
