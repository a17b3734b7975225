#pragma once

#include <string_view>

namespace backfile {

/// Whether `text` is an e-mail (RFC 5322), or a file of them (mbox): its head is nothing but header
/// fields, among them a sender and one that only mail has.
bool is_mail(std::string_view text);

}  // namespace backfile
