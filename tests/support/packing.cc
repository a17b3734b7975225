#include "tests/support/packing.h"

#include <archive.h>
#include <archive_entry.h>

#include <clocale>
#include <memory>
#include <stdexcept>

namespace backfile {
namespace {

void check(archive* writer, int result) {
  if (result != ARCHIVE_OK) throw std::runtime_error(archive_error_string(writer));
}

la_ssize_t append(archive*, void* out, const void* bytes, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

void add(archive* writer, const std::string& name, const std::string& content) {
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                            archive_entry_free);
  archive_entry_set_pathname_utf8(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
  archive_entry_set_filetype(entry.get(), name.ends_with('/') ? AE_IFDIR : AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  check(writer, archive_write_header(writer, entry.get()));
  archive_write_data(writer, content.data(), content.size());
}

}  // namespace

std::string packed(const std::string& format, const std::string& filter, const Members& members,
                   const std::string& options, const std::string& password) {
  std::setlocale(LC_CTYPE, "C.UTF-8");  // for the names
  std::string out;
  const std::unique_ptr<archive, decltype(&archive_write_free)> writer(archive_write_new(),
                                                                       archive_write_free);
  check(writer.get(), archive_write_set_format_by_name(writer.get(), format.c_str()));
  if (filter != "none")
    check(writer.get(), archive_write_add_filter_by_name(writer.get(), filter.c_str()));
  if (!options.empty())
    check(writer.get(), archive_write_set_options(writer.get(), options.c_str()));
  if (!password.empty())
    check(writer.get(), archive_write_set_passphrase(writer.get(), password.c_str()));
  check(writer.get(), archive_write_set_bytes_in_last_block(writer.get(), 1));
  check(writer.get(), archive_write_open(writer.get(), &out, nullptr, append, nullptr));
  for (const auto& [name, content] : members) add(writer.get(), name, content);
  check(writer.get(), archive_write_close(writer.get()));
  std::setlocale(LC_CTYPE, "C");
  return out;
}

}  // namespace backfile
