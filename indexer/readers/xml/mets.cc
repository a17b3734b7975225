#include "indexer/readers/xml/mets.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/lower_case.h"
#include "indexer/readers/clean.h"
#include "indexer/readers/fill.h"
#include "indexer/readers/xml/page_files.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// Types of logical parts that are articles, in the METS profiles of the national libraries.
constexpr std::array article_types{"article"sv,   "advertisement"sv, "editorial"sv, "letter"sv,
                                   "obituary"sv,  "death_notice"sv,  "weather"sv,   "review"sv,
                                   "interview"sv, "serial"sv};

bool is_article(const Element& div) {
  const std::string type = lower_case(div.attribute("TYPE"));
  return std::any_of(article_types.begin(), article_types.end(),
                     [&](std::string_view name) { return type.starts_with(name); });
}

bool is_page(const Element& div) {
  const std::string type = lower_case(div.attribute("TYPE"));
  return type == "page" || type.ends_with(":page");
}

/// What the whole issue is.
struct Issue {
  std::string id;
  std::string label;
  std::string outlet;
  std::string date;
  std::string language;
};

std::string first_line(const Element& element, std::string_view name) {
  for (const Element* found : element.descendants(name)) {
    if (std::string line = line_inside(*found); !line.empty()) return line;
  }
  return {};
}

/// "The Evening star, 1859-02-21" → "The Evening star".
std::string without_date(const std::string& label, const std::string& date) {
  if (date.empty() || !label.ends_with(date)) return label;
  std::string name = label.substr(0, label.size() - date.size());
  while (name.ends_with(' ') || name.ends_with(',')) name.pop_back();
  return name;
}

/// One issue has one id, in however many METS files it is described.
std::string id_of(const Element& mets, const Element& description, const std::string& date) {
  if (const auto id = mets.attribute("OBJID"); !id.empty()) return clean_line(id);
  const std::string newspaper = first_line(description, "identifier");
  return newspaper.empty() || date.empty() ? std::string() : newspaper + "/" + date;
}

/// The <dmdSec> that one of the names in `ids` refers to.
const Element* description_of(const Element& mets, std::string_view ids) {
  for (const Element* section : mets.all("dmdSec")) {
    const std::string_view id = section->attribute("ID");
    if (!id.empty() &&
        (" " + std::string(ids) + " ").find(" " + std::string(id) + " ") != std::string::npos) {
      return section;
    }
  }
  return nullptr;
}

Issue issue_of(const Element& mets) {
  const Element* top = mets.first("structMap/div");
  const Element* description =
      top != nullptr ? description_of(mets, top->attribute("DMDID")) : nullptr;
  if (description == nullptr) description = mets.first("dmdSec");
  Issue issue;
  issue.label = clean_line(mets.attribute("LABEL"));
  if (description == nullptr) return issue;
  issue.date = first_line(*description, "dateIssued");
  if (issue.date.empty()) issue.date = first_line(*description, "date");
  issue.outlet = first_line(*description, "title");
  if (issue.outlet.empty()) issue.outlet = without_date(issue.label, issue.date);
  issue.language = first_line(*description, "languageTerm");
  issue.id = id_of(mets, *description, issue.date);
  return issue;
}

/// Reads the parts of an issue.
class MetsReader {
 public:
  MetsReader(const Element& mets, const Input& input, Records& records)
      : mets_(mets), issue_(issue_of(mets)), files_(mets, input), records_(records) {}

  void read() {
    for (const Element* map : mets_.all("structMap")) collect(*map);
    if (!articles_.empty()) {
      for (const Element* div : articles_) read_article(*div);
    } else {
      for (const Element* div : page_divs_) read_page(*div);
    }
    if (records_.count() == 0) records_.none("METS without pages of text");
  }

 private:
  void collect(const Element& element) {
    for (const Element* div : element.all("div")) {
      if (is_page(*div)) page_divs_.push_back(div);
      if (is_article(*div)) {
        articles_.push_back(div);
      } else {
        collect(*div);
      }
    }
  }

  /// The page's number: printed, by its description, or by its place in the issue.
  std::string page_number(const Element& div, std::size_t place) const {
    if (const auto label = div.attribute("ORDERLABEL"); !label.empty()) return clean_line(label);
    if (const Element* description = description_of(mets_, div.attribute("DMDID"))) {
      if (std::string start = first_line(*description, "start"); !start.empty()) return start;
    }
    if (const auto order = div.attribute("ORDER"); !order.empty()) return clean_line(order);
    return std::to_string(place);
  }

  Article begun(std::string_view part) const {
    Article article;
    fill(article, FieldId::outlet, issue_.outlet, "mets:title");
    fill(article, FieldId::date, issue_.date, "mets:dateIssued");
    fill(article, FieldId::language, issue_.language, "mets:languageTerm");
    if (!issue_.id.empty())
      fill(article, FieldId::id, issue_.id + "/" + std::string(part), "mets:OBJID");
    return article;
  }

  void read_page(const Element& div) {
    ++place_;
    for (const Element* pointer : div.descendants("fptr")) {
      const PageFile* file = files_.file(pointer->attribute("FILEID"));
      if (file == nullptr || !read_.insert(file).second) continue;
      if (file->pages.empty()) {
        records_.skipped(file->why_not, 0);
        continue;
      }
      const std::string number = page_number(div, place_);
      Article article = begun("page-" + number);
      fill(article, FieldId::title, issue_.label + ", page " + number, "mets:LABEL");
      std::string text;
      for (const AltoPage& page : file->pages) text += (text.empty() ? "" : "\n") + page.text();
      fill(article, FieldId::body, std::move(text), "alto:String");
      records_.article(std::move(article), 0, "page " + number);
    }
  }

  void read_article(const Element& div) {
    std::string text;
    std::string first_page;
    Box box;
    for (const Element* area : div.descendants("area")) {
      const auto place = find(*area);
      if (!place || !read_.insert(place->block).second) continue;
      if (text.empty()) first_page = place->page->number;
      if (place->page->number == first_page) box = box.with(place->block->box);
      text += (text.empty() ? "" : "\n") + place->block->text;
    }
    if (text.empty()) return;
    const std::string id(div.attribute("ID"));
    Article article = begun(id.empty() ? std::to_string(records_.count() + 1) : id);
    fill(article, FieldId::title, title_of(div), "mets:LABEL");
    fill(article, FieldId::section, section_of(div), "mets:TYPE");
    fill(article, FieldId::body, std::move(text), "alto:String");
    records_.article(std::move(article), 0, place_on_page(first_page, box));
  }

  static std::string place_on_page(const std::string& page, const Box& box) {
    const std::string area = box.display();
    return "page " + page + (area.empty() ? "" : " " + area);
  }

  /// What is no article by its type says so: an advertisement.
  static std::string section_of(const Element& div) {
    const std::string type = lower_case(div.attribute("TYPE"));
    return type.starts_with("article") ? std::string() : type;
  }

  std::string title_of(const Element& div) const {
    if (std::string label = clean_line(div.attribute("LABEL")); !label.empty()) return label;
    const Element* description = description_of(mets_, div.attribute("DMDID"));
    return description != nullptr ? first_line(*description, "title") : std::string();
  }

  std::optional<PlaceOnPage> find(const Element& area) {
    const PageFile* file = files_.file(area.attribute("FILEID"));
    if (file == nullptr) return std::nullopt;
    const auto place = file->blocks.find(area.attribute("BEGIN"));
    if (place == file->blocks.end()) return std::nullopt;
    return place->second;
  }

  const Element& mets_;
  Issue issue_;
  PageFiles files_;
  Records& records_;
  std::vector<const Element*> articles_;
  std::vector<const Element*> page_divs_;
  /// Files and blocks that have been read: each counts once, whatever refers to it.
  std::set<const void*> read_;
  std::size_t place_ = 0;
};

}  // namespace

void read_mets(XmlStream& stream, const Input& input, Records& records) {
  const Element mets = stream.take();
  stream.next();
  const bool in_container = !input.location.member.empty();
  if (input.location.path == "-" || (in_container && input.siblings == nullptr)) {
    records.none("METS whose pages stand elsewhere");
    return;
  }
  records.need_company();
  MetsReader(mets, input, records).read();
}

}  // namespace backfile
