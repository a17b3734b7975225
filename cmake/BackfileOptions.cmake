# How every target of ours is compiled; linked privately as backfile_options.
add_library(backfile_options INTERFACE)
target_compile_options(backfile_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wno-restrict)  # GCC 12 sees overlaps in std::string that are none (GCC bug 105651)
target_include_directories(backfile_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(
  backfile_options INTERFACE BACKFILE_VERSION="${PROJECT_VERSION}" XAPIAN_MOVE_SEMANTICS)

if(BACKFILE_WERROR)
  target_compile_options(backfile_options INTERFACE -Werror)
endif()

# See BackfileLibraries.cmake: without relocations at the start of the programs.
if(BACKFILE_STATIC)
  target_compile_options(backfile_options INTERFACE -fno-pie)
  target_link_options(backfile_options INTERFACE -no-pie)
endif()

if(BACKFILE_SANITIZE)
  set(sanitizers -fsanitize=${BACKFILE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # GCC 12 finds uninitialised members in std::regex when it instruments it (GCC bug 105562).
  # ThreadSanitizer knows no fences; ours are between processes, which it does not see.
  target_compile_options(
    backfile_options INTERFACE ${sanitizers} -Wno-maybe-uninitialized -Wno-tsan)
  target_link_options(backfile_options INTERFACE ${sanitizers})
endif()

if(BACKFILE_FUZZ)
  set(fuzzing -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  target_compile_options(backfile_options INTERFACE ${fuzzing})
  target_link_options(backfile_options INTERFACE ${fuzzing})
endif()

# One static library per folder, from all sources in it and below it.
function(backfile_library name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cc")
  list(REMOVE_ITEM sources "${CMAKE_CURRENT_SOURCE_DIR}/main.cc")
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC backfile_options ${ARGN})
endfunction()
