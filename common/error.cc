#include "common/error.h"

#include <utility>

namespace backfile {

Error::Error(ErrorCode code, const std::string& message, std::string hint)
    : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

Error::Error(ErrorCode code, const std::string& message, std::string hint, Place place)
    : std::runtime_error(message), code_(code), hint_(std::move(hint)), place_(place) {}

}  // namespace backfile
