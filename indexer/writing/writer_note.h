#pragma once

#include <string>

#include "common/index/index_directory.h"

namespace backfile {

/// A file in the index's directory that says who writes it, for as long as this lives: the lock
/// itself does not tell. It is for people; without room for it nothing else is lost. One that a
/// killed process left is not believed.
class WriterNote {
 public:
  explicit WriterNote(const IndexDirectory& index);
  ~WriterNote();

  WriterNote(const WriterNote&) = delete;
  WriterNote& operator=(const WriterNote&) = delete;

 private:
  std::string path_;
};

/// Removes the note, at an end where its WriterNote does not.
void remove_writer_note(const IndexDirectory& index);

/// Who writes the index: "process 4711 on this machine, since 2021-02-09 08:30:00 UTC"; "" when
/// that cannot be known for certain. A process of another machine is named as it named itself.
std::string writer_of(const IndexDirectory& index);

}  // namespace backfile
