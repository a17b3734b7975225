#pragma once

#include <string>
#include <utility>

namespace backfile {

/// The directory of an index:
///
///     XAPIANDB       a stub (Xapian's name for it) that names the generation in use, so that every
///                    Xapian program opens the directory itself
///     g1, g2, …      generations: Xapian databases, of which one is in use
///     writer         says who writes it, while it is written
///     building/      what a run is building; of no use to the next run
///
/// A new generation is published by renaming the stub, which is atomic: a reader has the old one or
/// the new one.
class IndexDirectory {
 public:
  explicit IndexDirectory(std::string path) : path_(std::move(path)) {}

  [[nodiscard]] const std::string& path() const { return path_; }

  /// The directory of the generation in use; empty when there is no index yet. Throws Error
  /// (index_damaged) when the stub is not one of ours.
  [[nodiscard]] std::string generation() const;

  /// Whether nothing but an index, or what is left of one, is there: what is anybody else's must
  /// not be written over or taken away.
  [[nodiscard]] bool is_ours() const;

  /// The directory of the first generation of all.
  [[nodiscard]] std::string first_generation() const { return path_ + "/g1"; }

  /// Where there may be an empty database to lock while the generation in use cannot be opened.
  [[nodiscard]] std::string stand_in() const { return path_ + "/g0"; }

  /// A directory for the generation after the one in use. It does not exist.
  [[nodiscard]] std::string next_generation() const;

  /// Where a run may build; does not exist until it makes it.
  [[nodiscard]] std::string building() const { return path_ + "/building"; }

  /// Makes `generation` the one in use, for good (synchronised to disk), and removes all others.
  /// Throws Error (unwritable or disk_full).
  void publish(const std::string& generation) const;

  /// Removes what earlier runs left behind: unfinished work and generations out of use, apart from
  /// `keep`.
  void tidy(const std::string& keep = {}) const;

 private:
  std::string path_;
};

/// The index a user means: `option` (--db), else $BACKFILE_DB, else ".backfile" in the working
/// directory or the nearest directory above that has one, else ".backfile" here.
std::string index_path(const std::string& option);

}  // namespace backfile
