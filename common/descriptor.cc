#include "common/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "common/error.h"

namespace backfile {

void cannot_read(const std::string& path, int reason) {
  throw Error(ErrorCode::unreadable,
              "cannot read " + path + ": " + std::generic_category().message(reason));
}

Descriptor::Descriptor(const std::string& path)
    : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  if (number_ < 0) cannot_read(path, errno);
}

Descriptor::~Descriptor() { ::close(number_); }

}  // namespace backfile
