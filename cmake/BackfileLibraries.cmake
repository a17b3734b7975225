# The libraries from Debian 12 that Backfile stands on (ARCHITECTURE.md says why each).

# A search is a few milliseconds, and much of that was the dynamic linker's: with the libraries that
# Debian also has as archives inside, a search takes an eighth less.
if(BACKFILE_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a .so)
  set(Boost_USE_STATIC_LIBS ON)
endif()

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(xapian REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS filesystem)
find_package(ICU REQUIRED COMPONENTS i18n uc data)
find_package(fmt REQUIRED)
find_package(simdjson REQUIRED)
find_package(nlohmann_json REQUIRED)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(uchardet REQUIRED IMPORTED_TARGET uchardet)
find_package(ZLIB REQUIRED)
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlidec libbrotlicommon)
pkg_check_modules(deflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)

# Never as an archive: that would need the libraries of formats that we do not read.
find_path(ARCHIVE_INCLUDE_DIR archive.h REQUIRED)
find_library(ARCHIVE_LIBRARY libarchive.so REQUIRED)
add_library(backfile_archive INTERFACE)
target_include_directories(backfile_archive SYSTEM INTERFACE "${ARCHIVE_INCLUDE_DIR}")
target_link_libraries(backfile_archive INTERFACE "${ARCHIVE_LIBRARY}")

# The same.
find_path(XML2_INCLUDE_DIR libxml/parser.h PATH_SUFFIXES libxml2 REQUIRED)
find_library(XML2_LIBRARY libxml2.so REQUIRED)
add_library(backfile_xml2 INTERFACE)
target_include_directories(backfile_xml2 SYSTEM INTERFACE "${XML2_INCLUDE_DIR}")
target_link_libraries(backfile_xml2 INTERFACE "${XML2_LIBRARY}")

find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
add_library(backfile_stemmer INTERFACE)
target_include_directories(backfile_stemmer SYSTEM INTERFACE "${STEMMER_INCLUDE_DIR}")
target_link_libraries(backfile_stemmer INTERFACE "${STEMMER_LIBRARY}")

find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
add_library(backfile_cld2 INTERFACE)
target_include_directories(backfile_cld2 SYSTEM INTERFACE "${CLD2_INCLUDE_DIR}")
target_link_libraries(backfile_cld2 INTERFACE "${CLD2_LIBRARY}")

add_library(backfile_xapian INTERFACE)
target_include_directories(backfile_xapian SYSTEM INTERFACE ${XAPIAN_INCLUDE_DIR})
target_link_libraries(backfile_xapian INTERFACE ${XAPIAN_LIBRARIES})
