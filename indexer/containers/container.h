#pragma once

#include <string_view>

namespace backfile {

/// What kind of container `bytes` are, or begin with (64 KB are enough), judged by their content:
/// "a ZIP archive"; "" when they are none that we unpack. Office documents and EPUB books, which
/// are ZIP archives inside, are none.
std::string_view container_name(std::string_view bytes);

bool is_gzip(std::string_view bytes);
bool is_tar(std::string_view bytes);

/// What a ZIP archive is a document of ("an office document"); "" when it is just an archive.
std::string_view zipped_document(std::string_view bytes);

}  // namespace backfile
