#include "common/text/fold.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "common/text/utf8.h"

using namespace backfile;

namespace {

std::string folded(std::string_view word) {
  std::string out;
  fold_word(word, out);
  return out;
}

/// A word of code points that matter to folding.
rc::Gen<std::string> any_word() {
  const auto point = rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0x21, 0x800),
                                    rc::gen::inRange<std::uint32_t>(0x300, 0x370),
                                    rc::gen::inRange<std::uint32_t>(0x900, 0x2000),
                                    rc::gen::inRange<std::uint32_t>(0x2000, 0x3400),
                                    rc::gen::inRange<std::uint32_t>(0xF900, 0xFFFF),
                                    rc::gen::inRange<std::uint32_t>(0x10000, 0x20000));
  return rc::gen::map(rc::gen::container<std::vector<std::uint32_t>>(point),
                      [](const std::vector<std::uint32_t>& points) {
                        std::string text;
                        for (const std::uint32_t value : points) append_utf8(text, value);
                        return text;
                      });
}

}  // namespace

TEST_CASE("Words fold to what a reader types") {
  const auto [word, form] = GENERATE(table<std::string, std::string>({
      {"Council", "council"},
      {"ÉLECTION", "election"},
      {"e\u0301lection", "election"},
      {"Straße", "strasse"},
      {"Müller", "muller"},
      {"Œuvre", "oeuvre"},
      {"Æthelred", "aethelred"},
      {"Ørsted", "orsted"},
      {"Łódź", "lodz"},
      {"Đặng", "dang"},
      {"Þórður", "thordur"},
      {"İstanbul", "istanbul"},
      {"ısı", "isi"},
      {"ﬁnance", "finance"},
      {"Ｆｕｌｌ", "full"},
      {"soft\u00ADhyphen", "softhyphen"},
      {"می\u200Cخواهم", "میخواهم"},
      {"O’Brien", "o'brien"},
      {"OʼBrien", "o'brien"},
      {"Ёлка", "елка"},
      {"ЙОД", "йод"},
      {"И\u0306од", "йод"},
      {"Παράδειγμα", "παραδειγμα"},
      {"ΟΔΟΣ", "οδοσ"},
      {"ὁδός", "οδοσ"},
      {"أَخْبَار", "اخبار"},
      {"إسلام", "اسلام"},
      {"آسيا", "اسيا"},
      {"العربيــة", "العربية"},
      {"مستشفى", "مستشفى"},
      {"مسؤول", "مسؤول"},
      {"שָׁלוֹם", "שלום"},
      {"٢٠٢١", "2021"},
      {"२०२१", "2021"},
      {"２０２１", "2021"},
      {"हिन्दी", "हिन्दी"},
      {"ｶﾞｽ", "ガス"},
      {"か\u3099", "が"},
      {"ﾆｭｰｽ", "ニュース"},
      {"한국", "한국"},
      {"\u1112\u1161\u11AB", "한"},
      {"\uFDFA", "صلىاللهعليهوسلم"},
      {"𝐁𝐨𝐥𝐝", "bold"},
      {"", ""},
  }));
  CHECK(folded(word) == form);
}

TEST_CASE("Folding appends") {
  std::string out = "a";
  fold_word("B", out);
  fold_word("Ç", out);
  fold_word("\u1112\u1161", out);
  CHECK(out == "abc하");
}

TEST_CASE("A name has one key in all its spellings") {
  CHECK(name_key("  BBC\u00A0 News ") == "bbc news");
  CHECK(name_key("bbc_news") == "bbc news");
  CHECK(name_key("“The Guardian”") == "the guardian");
  CHECK(name_key("'The Guardian'") == "the guardian");
  CHECK(name_key("The People’s Daily") == name_key("The People's Daily"));
  CHECK(name_key("Readers’ Digest") == "readers digest");
  CHECK(name_key("Le Temps « Suisse »") == "le temps suisse");
  CHECK(name_key("Süddeutsche Zeitung") == "suddeutsche zeitung");
  CHECK(name_key("Newsmax - News") != name_key("Newsmax (News)"));
  CHECK(name_key("朝日新聞") == "朝日新聞");
  CHECK(name_key(" “ ” ").empty());
  CHECK(name_key("a \u00AD b") == "a b");
}

TEST_CASE("Folding holds for any text") {
  CHECK(rc::check("is done once", [] {
    const std::string form = folded(*any_word());
    RC_ASSERT(is_utf8(form));
    RC_ASSERT(folded(form) == form);
  }));
  CHECK(rc::check("accepts any bytes", [](const std::string& bytes) {
    RC_ASSERT(is_utf8(folded(to_valid_utf8(bytes))));
    RC_ASSERT(name_key(name_key(bytes)) == name_key(bytes));
  }));
  CHECK(rc::check("gives names one key", [] {
    const std::string key = name_key(*any_word());
    RC_ASSERT(name_key(key) == key);
    RC_ASSERT(collapse_spaces(key) == key);
  }));
}
