#include "indexer/report.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "common/error.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

void set(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

Json found_by(const Article& article) {
  Json methods = Json::object();
  for (const FoundBy& entry : article.found_by) {
    methods[std::string(field(entry.field).name)] = entry.method;
  }
  return methods;
}

Json to_json(const Article& article) {
  Json json = {{"status", "article"}, {"source", article.source.display()}, {"id", article.id}};
  set(json, "own_id", article.own_id);
  set(json, "url", article.url);
  set(json, "title", article.title);
  json["authors"] = article.authors;
  set(json, "outlet", article.outlet);
  set(json, "section", article.section);
  if (article.published) json["published"] = article.published->iso();
  set(json, "published_text", article.published_text);
  set(json, "language", article.language);
  json["topics"] = article.topics;
  set(json, "summary", article.summary);
  set(json, "body", article.body);
  json["found_by"] = found_by(article);
  return json;
}

void write(std::ostream* out, const Json& json) {
  if (out != nullptr) *out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

Report::Report(const std::string& target) : target_(target) {
  if (target.empty()) return;
  out_ = &std::cout;
  if (target == "-") return;
  file_.open(target, std::ios::binary);
  if (!file_) {
    throw Error(ErrorCode::unwritable, "cannot write the report to " + target,
                "give a file in a directory that exists with --report");
  }
  out_ = &file_;
}

void Report::failure(const Failure& failure) {
  Json json = {{"status", failure.skipped ? "skipped" : "failed"},
               {"source", failure.source.display()},
               {"reason", failure.reason},
               {"position", failure.position}};
  if (failure.count != 1) json["count"] = failure.count;
  write(out_, json);
}

void Report::remark(const Remark& remark) {
  write(out_, {{"status", "remark"},
               {"source", remark.source.display()},
               {"field", std::string(field(remark.field).name)},
               {"reason", remark.text}});
}

void Report::duplicate(const Article& article) {
  write(out_, {{"status", "duplicate"},
               {"source", article.source.display()},
               {"id", article.id},
               {"reason", "the same article was read before"}});
}

void Report::article(const Article& article) { write(out_, to_json(article)); }

void Report::close() {
  if (out_ == nullptr) return;
  out_->flush();
  if (!*out_) throw Error(ErrorCode::unwritable, "cannot write the report to " + target_);
}

}  // namespace backfile
