#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace backfile {

/// Gives `article` a field that it can have once, and notes `method`. Nothing happens when `text`
/// is empty or the field has been filled before, so that the best source is asked first.
void fill(Article& article, FieldId field, std::string text, std::string_view method);

/// Adds the author or authors that a byline names, without the outlet that it names beside them.
void fill_authors(Article& article, std::string_view byline, std::string_view method);

/// Adds one topic, unless it is empty, a single letter, or there already.
void fill_topic(Article& article, std::string topic, std::string_view method);

}  // namespace backfile
