#include "searcher/output/template.h"

#include <fmt/format.h>

#include "common/error.h"
#include "common/terminal/neutralise.h"

namespace backfile {
namespace {

class TemplateReader {
 public:
  explicit TemplateReader(std::string_view pattern) : pattern_(pattern) {}

  std::vector<TemplatePiece> read() {
    while (position_ < pattern_.size()) {
      const char next = pattern_[position_];
      if (next == '\\') {
        text_ += escaped();
      } else if (pattern_.substr(position_, 2) == "{{" || pattern_.substr(position_, 2) == "}}") {
        text_ += next;
        position_ += 2;
      } else if (next == '{') {
        read_field();
      } else if (next == '}') {
        fail("this brace closes nothing", "write }} for a brace", 1);
      } else {
        text_ += next;
        ++position_;
      }
    }
    end_text();
    return std::move(pieces_);
  }

 private:
  char escaped() {
    constexpr std::string_view names = "nt0\\";
    constexpr std::string_view characters("\n\t\0\\", names.size());
    const char name = position_ + 1 < pattern_.size() ? pattern_[position_ + 1] : ' ';
    const std::size_t which = names.find(name);
    if (which == std::string_view::npos) {
      fail("a template knows \\n, \\t, \\0 and \\\\ only", "write \\\\ for a backslash", 2);
    }
    position_ += 2;
    return characters[which];
  }

  void read_field() {
    const std::size_t end = pattern_.find_first_of("{}", position_ + 1);
    if (end == std::string_view::npos || pattern_[end] == '{') {
      fail("this brace is not closed", "write {{ for a brace", 1);
    }
    const std::string_view name = pattern_.substr(position_ + 1, end - position_ - 1);
    const Column* column = find_column(name);
    ++position_;
    if (column == nullptr) {
      fail(fmt::format("there is no field \"{}\" to be written", name), column_suggestion(name),
           name.size());
    }
    end_text();
    pieces_.push_back({{}, column});
    position_ = end + 1;
  }

  void end_text() {
    if (!text_.empty()) pieces_.push_back({std::move(text_), nullptr});
    text_.clear();
  }

  [[noreturn]] void fail(const std::string& message, const std::string& hint,
                         std::size_t length) const {
    throw Error(ErrorCode::usage, message, hint, {position_, length});
  }

  std::string_view pattern_;
  std::size_t position_ = 0;
  std::string text_;
  std::vector<TemplatePiece> pieces_;
};

class TemplateWriter : public AnswerSink {
 public:
  TemplateWriter(const Layout& layout, std::ostream& out)
      : pieces_(read_template(layout.pattern)), out_(out) {}

  void hit(const Hit& hit, std::size_t rank) override {
    for (const TemplatePiece& piece : pieces_) {
      if (piece.column == nullptr) {
        out_ << piece.text;
      } else {
        out_ << neutralise_line(piece.column->text(hit, rank));
      }
    }
  }

 private:
  std::vector<TemplatePiece> pieces_;
  std::ostream& out_;
};

}  // namespace

std::vector<TemplatePiece> read_template(std::string_view pattern) {
  return TemplateReader(pattern).read();
}

std::vector<const Column*> columns_of(const std::vector<TemplatePiece>& pieces) {
  std::vector<const Column*> columns;
  for (const TemplatePiece& piece : pieces) {
    if (piece.column != nullptr) columns.push_back(piece.column);
  }
  return columns;
}

std::unique_ptr<AnswerSink> template_writer(const Layout& layout, std::ostream& out) {
  return std::make_unique<TemplateWriter>(layout, out);
}

}  // namespace backfile
