#include "common/analysis/analyser.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "common/text/utf8.h"

using namespace backfile;

namespace {

/// A token that outlives its analyser.
struct Kept {
  std::string form;
  std::string hyphenated;
  std::uint32_t position;
  std::uint32_t begin;
  std::uint32_t end;
  TokenKind kind;
};

std::vector<Kept> tokens_of(std::string_view text) {
  static Analyser analyser;
  analyser.read(text);
  std::vector<Kept> tokens;
  Token token;
  while (analyser.next(token)) {
    tokens.push_back({std::string(token.form), std::string(token.hyphenated), token.position,
                      token.begin, token.end, token.kind});
  }
  return tokens;
}

/// The forms in order, those at one position joined by '/': "well/wellbeing being".
std::string forms_of(std::string_view text) {
  std::string forms;
  std::uint32_t position = 0;
  for (const Kept& token : tokens_of(text)) {
    if (!forms.empty()) forms += token.position == position ? '/' : ' ';
    forms += token.form;
    position = token.position;
  }
  return forms;
}

/// What stands in the text where each token is, joined by '|'.
std::string ranges_of(std::string_view text) {
  std::string ranges;
  for (const Kept& token : tokens_of(text)) {
    if (!ranges.empty()) ranges += '|';
    ranges += text.substr(token.begin, token.end - token.begin);
  }
  return ranges;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

/// Texts that are rich in what the rules are about.
rc::Gen<std::string> news_text() {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{
      "a",      "B",       "s",      "council", "l",      "d",       "é",  "ß",    "İ",
      "й",      "1",       "23",     "456",     ".",      ",",       "'",  "’",    "-",
      "–",      "—",       "\u2011", "\u00AD",  "\n",     " ",       "&",  "+",    "#",
      "@",      "£",       "$",      "_",       "東",     "京",      "カ", "ー",   "ｶﾞ",
      "ไทย",    "ภาษา",    "한",     "\u0301",  "ا",      "أ",       "َ",   "ـ",    "\u200D",
      "\u200B", "\u3164",  "ŉ",      "ŀ",       "\uFDFA", "٣",       "😀",  "\x80", "\xE2\x82",
      "\xF0",   "O'Brien", "U.S.",   "AT&T",    "c++",    "covid-19"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& each : pieces) text += each;
                        return text;
                      });
}

}  // namespace

TEST_CASE("Words are told from what is between them") {
  const auto [text, forms] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {" \n\t", ""},
      {"... – — “”", ""},
      {"Reading Council", "reading council"},
      {"said—and “meant”: it…", "said and meant it"},
      {"and/or", "and or"},
      {"snake_case", "snake case"},
      {"bad\xFF"
       "bytes\xE2\x82",
       "bad bytes"},
      {"smile😀smile", "smile smile"},
      {"zero\u200Bwidth", "zero width"},
      {"Ёлка и йод", "елка и йод"},
      {"हिन्दी समाचार", "हिन्दी समाचार"},
      {"대한민국 정부", "대한민국 정부"},
      {"أَخبار العـالم", "اخبار العالم"},
      {"CO₂ on 5 m²", "co2 on 5 m"},
  }));
  CHECK(forms_of(text) == forms);
}

TEST_CASE("Some signs keep a word together") {
  const auto [text, forms] = GENERATE(table<std::string, std::string>({
      {"the U.S. and the U.S", "the us and the us"},
      {"F.B.I. F.B.I.'s É.U.", "fbi fbi eu"},
      {"J. Smith, J.K. Rowling, J.P.Morgan", "j smith jk rowling jp morgan"},
      {"e.g. at 5 p.m.", "eg at 5 pm"},
      {"Ph.D. example.com end.A", "ph d example com end a"},
      {"AT&T, R&D, M&S’s, Barnes&Noble", "at&t r&d m&s barnes noble"},
      {"AT&TO'Brien é&é AT&Tß", "at&to brien e e at tss"},
      {"C++ C# F# c++11 C+", "c++ c# f# c 11 c"},
      {"O'Brien O’Brien OʼBrien O`Brien OBrien", "obrien obrien obrien obrien obrien"},
      {"don't can’t I'm y'all rock'n'roll", "dont cant im yall rocknroll"},
      {"'quoted' ‘words’", "quoted words"},
      {"col·lecció coŀlecció צה״ל", "colleccio colleccio צהל"},
      {"bob@bbc.co.uk", "bob bbc co uk"},
  }));
  CHECK(forms_of(text) == forms);
}

TEST_CASE("Numbers are one token in each of their spellings") {
  const auto [text, forms] = GENERATE(table<std::string, std::string>({
      {"3.5 1,234.5 1234.5", "3.5 1234.5 1234.5"},
      {"1,234,567 12,34,567", "1234567 1234567"},
      {"1,2,3 2020,500 1,23", "1 2 3 2020 500 1 23"},
      {"192.168.0.1 09.02.2021", "192 168 0 1 09 02 2021"},
      {"٣٫٥ ١٬٢٣٤ ３．５", "3.5 1234 3.5"},
      {"2021-02-09 10:30 -5 5%", "2021 02 09 10 30 5 5"},
      {"1990's 1990s 2nd 5G", "1990s 1990s 2nd 5g"},
      {"£7.5m US$5bn €1,000", "7.5m/£7.5m us 5bn/$5bn 1000/€1000"},
      {"in 2020. Then", "in 2020 then"},
  }));
  CHECK(forms_of(text) == forms);
}

TEST_CASE("Hashtags and handles are found with and without their sign") {
  CHECK(forms_of("#MeToo @bbcnews") == "metoo/#metoo bbcnews/@bbcnews");
  CHECK(forms_of("@bbc_news_uk") == "bbc/@bbc_news_uk news uk");
  CHECK(forms_of("＃MeToo") == "metoo/#metoo");
  CHECK(forms_of("## # @ x#y") == "x y");
  CHECK(ranges_of("(#MeToo)") == "MeToo|#MeToo");
  CHECK(ranges_of("£7.5m-a-year") == "7.5m|£7.5m|7.5m-a-year|a|year");
}

TEST_CASE("Possessive endings go, their bytes stay") {
  CHECK(forms_of("council's council’s COUNCIL'S councils' it's") ==
        "council council council councils it");
  CHECK(ranges_of("The council’s U.S.’s") == "The|council’s|U.S.’s");
  CHECK(forms_of("mother's-in-law") == "mother/motherinlaw in law");
}

TEST_CASE("Elided articles go with their bytes") {
  const auto [text, forms] = GENERATE(table<std::string, std::string>({
      {"la bataille d'Actium", "la bataille actium"},
      {"l’élection l'École L'ÉTAT", "election ecole etat"},
      {"qu'il jusqu’à s'habiller", "il a habiller"},
      {"dell'arte all’aperto un'altra", "arte aperto altra"},
      {"D'Souza c'mon N'Djamena", "dsouza cmon ndjamena"},
      {"aujourd'hui presqu'île", "aujourdhui presquile"},
      {"d'aujourd'hui", "aujourdhui"},
  }));
  CHECK(forms_of(text) == forms);
  CHECK(ranges_of("l’élection") == "élection");
}

TEST_CASE("Hyphenated words are their parts and one word") {
  const auto [text, forms] = GENERATE(table<std::string, std::string>({
      {"well-being", "well/wellbeing being"},
      {"well\u2010being well\u2011being", "well/wellbeing being well/wellbeing being"},
      {"covid-19 F-16", "covid/covid19 19 f/f16 16"},
      {"U.S.-led AT&T-owned", "us/usled led at&t/at&towned owned"},
      {"a 9-year-old", "a 9/9yearold year old"},
      {"one-two-three-four", "one/onetwothreefour two three four"},
      {"one-two-three-four-five", "one two three four five"},
      {"a-b-c-d-e-f-g-h", "a b c d e f g h"},
      {"Paris–Roubaix", "paris/parisroubaix roubaix"},
      {"2019–20 well—being pre- and post-war -x- a--b",
       "2019 20 well being pre and post/postwar war x a b"},
  }));
  CHECK(forms_of(text) == forms);
}

TEST_CASE("A compound knows its hyphenated form and its place") {
  const auto tokens = tokens_of("my Well-Being");
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[2].kind == TokenKind::compound);
  CHECK(tokens[2].form == "wellbeing");
  CHECK(tokens[2].hyphenated == "well-being");
  CHECK(tokens[2].position == 1);
  CHECK(tokens[2].begin == 3);
  CHECK(tokens[2].end == 13);
  CHECK(tokens[3].position == 2);
  CHECK(tokens[3].begin == 8);
}

TEST_CASE("Hyphens at line ends and soft hyphens join") {
  CHECK(forms_of("the govern-\nment") == "the government");
  CHECK(forms_of("govern\u00ADment govern\u00AD\r\n  ment") == "government government");
  CHECK(ranges_of("govern-\nment") == "govern-\nment");
  CHECK(forms_of("Anglo-\nSaxon 5-\nfold a -\nb") == "anglo saxon 5 fold a b");
}

TEST_CASE("Han and kana are single characters and pairs") {
  CHECK(forms_of("東京都") == "東/東京 京/京都 都");
  CHECK(forms_of("東京 5G時代") == "東/東京 京 5g 時/時代 代");
  CHECK(forms_of("ﾆｭｰｽ") == forms_of("ニュース"));
  CHECK(forms_of("ｶﾞｽ") == "ガ/ガス ス");
  CHECK(ranges_of("ｶﾞｽ") == "ｶﾞ|ｶﾞｽ|ｽ");
  const auto tokens = tokens_of("東京");
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[0].kind == TokenKind::unigram);
  CHECK(tokens[1].kind == TokenKind::bigram);
  CHECK(tokens[1].position == tokens[0].position);
}

TEST_CASE("A part of a Han text has the pairs of the whole") {
  const std::string whole = forms_of("日本経済新聞社");
  CHECK(whole.find("経/経済 済/済新 新/新聞") != std::string::npos);
  CHECK(forms_of("経済新聞").starts_with("経/経済 済/済新 新/新聞"));
}

TEST_CASE("Thai, Lao, Khmer and Burmese words come from dictionaries") {
  CHECK(forms_of("ภาษาไทย") == "ภาษา ไทย");
  CHECK(ranges_of("a ภาษาไทย b") == "a|ภาษา|ไทย|b");
  CHECK_FALSE(forms_of("ພາສາລາວ ភាសាខ្មែរ မြန်မာဘာသာ").empty());
}

TEST_CASE("Kinds tell numbers, signs and words apart") {
  const auto kind = [](std::string_view text) { return tokens_of(text).back().kind; };
  CHECK(kind("council") == TokenKind::word);
  CHECK(kind("at&t") == TokenKind::word);
  CHECK(kind("7.5m") == TokenKind::number);
  CHECK(kind("٣") == TokenKind::number);
  CHECK(kind("#metoo") == TokenKind::sign);
  CHECK(kind("b2b") == TokenKind::word);
}

TEST_CASE("Words without end are cut to one stable form") {
  const std::string ascii = repeated("x", 100);
  CHECK(forms_of(ascii) == repeated("x", 64));
  CHECK(forms_of(ascii) == forms_of(repeated("X", 5000)));
  CHECK(forms_of(repeated("é", 300)) == repeated("e", 64));
  CHECK(forms_of(repeated("𐐨", 300)) == repeated("𐐨", 50));
  CHECK(forms_of(repeated("x", 64)) == repeated("x", 64));
  const auto tokens = tokens_of(ascii);
  CHECK(tokens[0].end == 100);
  const std::string sides = repeated("y", 60) + "-" + repeated("z", 60);
  CHECK(tokens_of(sides + "-" + sides).size() == 4);
}

TEST_CASE("Texts and queries get the same forms") {
  CHECK(forms_of("Council’s “well-being” d’Actium") ==
        forms_of("council's \"well-being\" d'actium"));
  CHECK(forms_of("Müller Łódź naïve") == forms_of("muller lodz naive"));
}

TEST_CASE("An analyser can be moved and read again") {
  Analyser analyser;
  analyser.read("first text");
  Token token;
  CHECK(analyser.next(token));
  Analyser other = std::move(analyser);
  CHECK(other.next(token));
  CHECK(token.form == "text");
  other.read("@new");
  CHECK(other.next(token));
  CHECK(token.position == 0);
  CHECK(other.next(token));
  CHECK(token.form == "@new");
}

TEST_CASE("Tokens hold for any text") {
  const auto well_made = [](const std::string& text) {
    std::uint32_t position = 0;
    for (const Kept& token : tokens_of(text)) {
      RC_ASSERT(token.begin < token.end && token.end <= text.size());
      RC_ASSERT(token.position == position || token.position == position + 1);
      position = token.position;
      RC_ASSERT(!token.form.empty() && token.form.size() <= 245 && is_utf8(token.form));
      RC_ASSERT(token.form.find('\0') == std::string::npos);
      RC_ASSERT(collapse_spaces(token.form) == token.form);
      RC_ASSERT(token.form.find_first_of(" '") == std::string::npos);
      RC_ASSERT(token.hyphenated.empty() == (token.kind != TokenKind::compound));
    }
  };
  CHECK(rc::check("any bytes", well_made));
  CHECK(rc::check("news", [&] { well_made(*news_text()); }));
  CHECK(rc::check("forms are analysed to themselves", [] {
    for (const Kept& token : tokens_of(*news_text())) {
      const bool is_word = token.kind == TokenKind::word || token.kind == TokenKind::number;
      const bool is_thai = token.form.starts_with("\xE0\xB8") || token.form.starts_with("\xE0\xB9");
      if (is_word && !is_thai && token.form.size() < 64) {
        RC_ASSERT(forms_of(token.form) == token.form);
      }
    }
  }));
  CHECK(rc::check("texts side by side have the tokens of both", [] {
    const std::string first = *news_text();
    const std::string second = *news_text();
    const std::string forms = forms_of(first);
    const std::string joint = forms.empty() || forms_of(second).empty() ? "" : " ";
    RC_ASSERT(forms_of(first + " ; " + second) == forms + joint + forms_of(second));
  }));
}
