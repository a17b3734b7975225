#include "indexer/writing/changes.h"

#include <algorithm>

namespace backfile {
namespace {

auto place_in(std::vector<SourceLocation>& places, const std::string& path) {
  return std::find_if(places.begin(), places.end(),
                      [&](const SourceLocation& place) { return place.path == path; });
}

}  // namespace

std::vector<SourceLocation> PlaceChanges::applied_to(std::vector<SourceLocation> places) const {
  for (const std::string& path : no_longer_in) {
    if (const auto place = place_in(places, path); place != places.end()) places.erase(place);
  }
  if (moved) {
    const auto place = place_in(places, moved->path);
    (place == places.end() ? *places.insert(place, *moved) : *place) = *moved;
  }
  for (const SourceLocation& place : also) {
    if (place_in(places, place.path) == places.end()) places.push_back(place);
  }
  return places;
}

}  // namespace backfile
