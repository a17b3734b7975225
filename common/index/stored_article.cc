#include "common/index/stored_article.h"

#include <cstddef>
#include <cstdint>

#include "common/error.h"

namespace backfile {
namespace {

/// The form of the data, as its first byte.
constexpr char form = 1;

void put_number(std::string& data, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) data += static_cast<char>(number | 0x80);
  data += static_cast<char>(number);
}

void put_text(std::string& data, std::string_view text) {
  put_number(data, text.size());
  data += text;
}

void put_list(std::string& data, const std::vector<std::string>& list) {
  put_number(data, list.size());
  for (const std::string& text : list) put_text(data, text);
}

[[noreturn]] void damaged() {
  throw Error(ErrorCode::index_damaged, "an article in the index is damaged",
              "build the index again with backfile-index --rebuild SOURCE");
}

class Data {
 public:
  explicit Data(std::string_view data) : rest_(data) {
    if (rest_.empty() || rest_[0] != form) damaged();
    rest_.remove_prefix(1);
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) damaged();
      const auto byte = static_cast<unsigned char>(rest_[0]);
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    damaged();
  }

  std::string_view text() {
    const std::uint64_t length = number();
    if (length > rest_.size()) damaged();
    const std::string_view text = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return text;
  }

  std::vector<std::string> list() {
    std::vector<std::string> list;
    for (std::uint64_t count = number(); count > 0; --count) list.emplace_back(text());
    return list;
  }

 private:
  std::string_view rest_;
};

/// Everything before the body.
Article read_head(Data& data) {
  Article article;
  article.id = data.text();
  article.own_id = data.text();
  article.url = data.text();
  article.title = data.text();
  article.authors = data.list();
  article.outlet = data.text();
  article.section = data.text();
  article.published = Date::from_iso(data.text());
  article.language = data.text();
  article.topics = data.list();
  article.summary = data.text();
  return article;
}

}  // namespace

std::string article_content(const Article& article) {
  std::string data(1, form);
  data.reserve(article.body.size() + 1024);
  put_text(data, article.id);
  put_text(data, article.own_id);
  put_text(data, article.url);
  put_text(data, article.title);
  put_list(data, article.authors);
  put_text(data, article.outlet);
  put_text(data, article.section);
  put_text(data, article.published ? article.published->iso() : std::string());
  put_text(data, article.language);
  put_list(data, article.topics);
  put_text(data, article.summary);
  put_text(data, article.body);
  return data;
}

std::string source_content(const SourceLocation& source) {
  std::string data;
  put_text(data, source.path);
  put_text(data, source.member);
  put_number(data, source.record);
  return data;
}

Article stored_article(std::string_view data, WithBody with_body) {
  Data reader(data);
  Article article = read_head(reader);
  const std::string_view body = reader.text();
  if (with_body == WithBody::yes) article.body = body;
  article.source.path = reader.text();
  article.source.member = reader.text();
  article.source.record = reader.number();
  return article;
}

std::string_view stored_body(std::string_view data) {
  Data reader(data);
  read_head(reader);
  return reader.text();
}

}  // namespace backfile
