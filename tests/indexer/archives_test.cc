// Real archives, where they are at hand: what the readers and the enrichment make of them.
#include <algorithm>
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "indexer/enrichment/enrich.h"
#include "tests/support/collected.h"
#include "tests/support/shared.h"

using namespace backfile;

namespace {

struct Archive {
  std::vector<Article> articles;
  std::vector<Failure> failures;
  std::vector<Remark> remarks;
};

/// Empty when the archive is not there.
Archive archive(const std::string& name, const FieldMap& map = {}) {
  const std::string root = shared_folder("archives/" + name);
  if (root.empty()) return {};
  Collected found = read_all(root, map);
  Archive result{std::move(found.articles), std::move(found.failures), {}};
  for (Article& article : result.articles) enrich(article, root, {}, result.remarks);
  return result;
}

double share_in(const Archive& found, std::string_view language) {
  const auto right =
      std::count_if(found.articles.begin(), found.articles.end(),
                    [&](const Article& article) { return article.language == language; });
  return static_cast<double>(right) / static_cast<double>(found.articles.size());
}

}  // namespace

TEST_CASE("allsides: 8,000 articles, and no date is guessed") {
  const Archive found = archive("allsides");
  if (found.articles.empty()) return;
  CHECK(found.articles.size() == 8000);
  CHECK(found.failures.empty());
  const auto undated = std::count_if(found.articles.begin(), found.articles.end(),
                                     [](const Article& a) { return !a.published; });
  CHECK(undated == 904);
  CHECK(found.remarks.size() == 10);
  CHECK(share_in(found, "en") > 0.99);
}

TEST_CASE("plain: headline, author, date, and the caption once") {
  const Archive found = archive("plain");
  if (found.articles.empty()) return;
  REQUIRE(found.articles.size() == 1);
  const Article& article = found.articles[0];
  CHECK(article.title ==
        "Reading Council’s children’s services removed from government intervention");
  CHECK(article.authors == std::vector<std::string>{"Fiona Simpson"});
  CHECK(article.published == Date::of(2021, 2, 9));
  CHECK(article.body.starts_with("Reading Council’s children’s services department has been"));
  CHECK(article.body.find("Picture: Reading Council") ==
        article.body.rfind("Picture: Reading Council"));
}

TEST_CASE("bbc: English, and the topic is the folder's name") {
  const Archive found = archive("bbc");
  if (found.articles.empty()) return;
  CHECK(found.articles.size() == 1327);
  CHECK(share_in(found, "en") >= 0.98);
  std::map<std::string, int> topics;
  for (const Article& article : found.articles) {
    REQUIRE(article.topics.size() == 1);
    ++topics[article.topics[0]];
    CHECK_FALSE(article.title.empty());
    CHECK_FALSE(article.body.empty());
  }
  CHECK(topics.size() == 5);
}

TEST_CASE("languages of the multilingual archives") {
  for (const auto& [folder, code] :
       std::map<std::string, std::string>{{"german", "de"}, {"japanese", "ja"}, {"arabic", "ar"}}) {
    const Archive found = archive("multilingual/" + folder);
    if (found.articles.empty()) continue;
    CAPTURE(folder);
    CHECK(share_in(found, code) >= 0.98);
    CHECK(found.failures.empty());
    CHECK(found.remarks.empty());
    for (const Article& article : found.articles) {
      CHECK(article.published.has_value());
      CHECK(article.url.starts_with("http"));
      CHECK_FALSE(article.title.empty());
    }
  }
}

TEST_CASE("japanese: address, date and headline stand on top") {
  const Archive found = archive("multilingual/japanese");
  if (found.articles.empty()) return;
  const auto article = std::find_if(
      found.articles.begin(), found.articles.end(),
      [](const Article& a) { return a.source.path.ends_with("dokujo-tsushin-4788362.txt"); });
  REQUIRE(article != found.articles.end());
  CHECK(article->url == "http://news.livedoor.com/article/detail/4788362/");
  CHECK(article->published->iso() == "2010-05-26T14:00:00+09:00");
  CHECK(article->title == "税金を払うのは私たちなんですけど！");
  CHECK(article->body.starts_with("6月から支給される子ども手当だが"));
}

TEST_CASE("csv: as many articles as Python's csv module finds rows") {
  const std::map<std::string, int> rows{{"reuters", 67},
                                        {"slate", 24},
                                        {"RealFarmacy", 2},
                                        {"american_thinker", 32},
                                        {"business_insider", 158},
                                        {"clashdaily", 5},
                                        {"dc_gazette", 6},
                                        {"dirty_laundry", 15},
                                        {"en_volve", 2},
                                        {"frontpagemag", 25},
                                        {"geller_report", 10},
                                        {"global_research", 1},
                                        {"heartland", 30},
                                        {"los_angeles_daily", 20},
                                        {"news_punch", 3},
                                        {"npr", 92},
                                        {"pbs", 10},
                                        {"pravda_report", 27},
                                        {"press_tv", 34},
                                        {"rt_news", 40},
                                        {"the_mind_unleashed", 4},
                                        {"theduran", 18},
                                        {"washington_monthly", 6},
                                        {"washington_post", 33}};
  const Archive found = archive("csv");
  if (found.articles.empty()) return;
  CHECK(found.failures.empty());
  CHECK(found.remarks.empty());
  std::map<std::string, int> counts;
  for (const Article& article : found.articles) {
    const std::string file = boost::filesystem::path(article.source.path).stem().string();
    ++counts[file.substr(std::string("news-dataset_").size())];
    CHECK_FALSE(article.title.empty());
    CHECK_FALSE(article.body.empty());
    CHECK_FALSE(article.outlet.empty());
    CHECK(article.url.starts_with("http"));
  }
  CHECK(counts == rows);
}

TEST_CASE("swiss: a message is an article in each of its languages, under one id") {
  FieldMap map;
  map.add_lines(MappedFile(BACKFILE_SOURCE_DIR "/tests/data/swiss.map").bytes(), "swiss.map");
  const Archive found = archive("multilingual/swiss", map);
  if (found.articles.empty()) return;
  CHECK(found.articles.size() == 671);
  CHECK(found.failures.empty());
  CHECK(found.remarks.empty());
  std::map<std::string, std::set<std::string>> languages_of;
  std::map<std::string, int> articles_in;
  for (const Article& article : found.articles) {
    CHECK_FALSE(article.title.empty());
    CHECK(article.published.has_value());
    CHECK_FALSE(article.outlet.empty());
    languages_of[article.own_id].insert(article.language);
    ++articles_in[article.language];
  }
  CHECK(articles_in ==
        std::map<std::string, int>{{"de", 200}, {"fr", 197}, {"it", 187}, {"en", 87}});
  CHECK(languages_of.at("92437") == std::set<std::string>{"de", "fr", "it", "en"});
  const auto in_four = std::count_if(languages_of.begin(), languages_of.end(),
                                     [](const auto& entry) { return entry.second.size() == 4; });
  CHECK(in_four == 76);  // one of 77 came twice
}
