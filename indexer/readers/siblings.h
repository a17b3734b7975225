#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

/// The members of a container, for a reader whose input is one of them and names others.
class Siblings {
 public:
  /// Whether the member with this name is wanted.
  using Wanted = std::function<bool(const std::string& name)>;
  /// Takes a member's bytes, which are there during the call only; false when no more are wanted.
  using Take = std::function<bool(const std::string& name, std::string_view bytes)>;

  virtual ~Siblings() = default;

  /// Unpacks the wanted members in the container's order, one at a time, from its beginning.
  virtual void each(const Wanted& wanted, const Take& take) const = 0;

  /// The member, a METS file, that names another, by this one's name; unknown until one looks.
  std::optional<std::map<std::string, std::string>> issues;
};

}  // namespace backfile
