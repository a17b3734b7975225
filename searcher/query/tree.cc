#include "searcher/query/tree.h"

namespace backfile {

bool operator==(const NearNode& a, const NearNode& b) {
  return a.distance == b.distance && a.operands == b.operands;
}

bool operator==(const AndNode& a, const AndNode& b) {
  return a.explicit_ == b.explicit_ && a.operands == b.operands;
}

bool operator==(const OrNode& a, const OrNode& b) { return a.operands == b.operands; }

bool operator==(const NotNode& a, const NotNode& b) { return *a.operand == *b.operand; }

bool operator==(const FieldNode& a, const FieldNode& b) {
  return a.field == b.field && *a.operand == *b.operand;
}

}  // namespace backfile
