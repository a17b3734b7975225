#include "indexer/enrichment/language.h"

#include <catch2/catch.hpp>

using namespace backfile;

TEST_CASE("languages are named in many ways") {
  for (const char* name :
       {"en", "EN", "en-GB", "en_US", "eng", "English", " english ", "en-us, en"}) {
    CAPTURE(name);
    CHECK(language_code(name) == "en");
  }
  for (const char* name : {"de", "deu", "ger", "German", "Deutsch", "de-CH"}) {
    CAPTURE(name);
    CHECK(language_code(name) == "de");
  }
  CHECK(language_code("Français") == "fr");
  CHECK(language_code("zh-Hant") == "zh");
  CHECK(language_code("chi") == "zh");
  CHECK(language_code("iw") == "he");
  CHECK(language_code("日本語") == "ja");
}

TEST_CASE("what is no language has no code") {
  for (const char* name : {"", "unknown", "xx", "und", "1", "tech", "e", "en glish"}) {
    CAPTURE(name);
    CHECK(language_code(name).empty());
  }
}

TEST_CASE("the language of a text") {
  CHECK(detect_language("The council has been released from government intervention.") == "en");
  CHECK(detect_language("Der Stadtrat hat gestern über den neuen Haushalt beraten.") == "de");
  CHECK(detect_language("Le conseil municipal a adopté hier le nouveau budget de la ville.") ==
        "fr");
  CHECK(detect_language("يبدو أن وصول رئيس الحكومة اليمنية إلى عدن") == "ar");
  CHECK(detect_language("税金を払うのは私たちなんですけど") == "ja");
  CHECK(detect_language("市议会昨天通过了新的预算，市长表示欢迎这一决定。") == "zh");
  CHECK(detect_language("NTTドコモ REGZA Phone T-02D Android 4.0 Xi を新しく発表した") == "ja");
}

TEST_CASE("where nothing tells, nothing is said") {
  CHECK(detect_language("").empty());
  CHECK(detect_language("12345 67890").empty());
  CHECK(detect_language("%%%").empty());
}
