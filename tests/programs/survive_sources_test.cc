// Sources that are broken, odd or huge: each gets its message, and no other article is lost.
#include <unistd.h>

#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <random>

#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;
using namespace std::string_literals;

constexpr std::size_t hundred_megabytes = 100'000'000;

/// Files beside two good articles that must be found whatever is wrong with the others.
class Archive {
 public:
  Archive() {
    write("aa-good.json", R"({"id": "first", "title": "First", "body": "A walrus slept."})");
    write("zz-good.json", R"({"id": "last", "title": "Last", "body": "A walrus woke."})");
  }

  void write(const std::string& name, std::string_view content) const {
    temporary_.write("news/" + name, content);
  }

  [[nodiscard]] std::string path(const std::string& below = {}) const {
    return temporary_.path("news" + (below.empty() ? below : "/" + below));
  }

  [[nodiscard]] std::string db() const { return temporary_.path("db"); }

  Finished index() const {
    Call call;
    call.limit = std::chrono::minutes(20);
    return index_with(db(), {"--json", path()}, call);
  }

  [[nodiscard]] std::uint64_t total(const std::string& query) const {
    return answer_to(db(), {query}).at("total");
  }

 private:
  TemporaryDirectory temporary_;
};

std::string noise(std::size_t size) {
  std::mt19937 random(7);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

/// Text of common and of rare words.
std::string long_text(std::size_t size) {
  std::mt19937 random(7);
  std::string text;
  text.reserve(size + 32);
  while (text.size() < size) {
    const unsigned number = random() % 4096;
    text += "word" + std::to_string(number % (1U + number % 64)) + " of number" +
            std::to_string(number) + ", ";
  }
  return text;
}

}  // namespace

TEST_CASE("Files that hold no article are skipped with the reason") {
  const Archive archive;
  archive.write("empty.json", "");
  archive.write("noise.json", noise(20000));
  archive.write("list.json", R"([[1, 2], {"no": "article"}])");
  const Finished made = archive.index();
  CHECK(made.status == 0);
  const Json summary = made.json();
  CHECK(summary.at("read") == 2);
  CHECK(summary.at("skipped") == 4);  // the list has two that are none
  CHECK(summary.at("skip_reasons").at("empty file") == 1);
  CHECK(made.err.find("noise.json: binary data, not text") != std::string::npos);
  CHECK(archive.total("walrus") == 2);
}

TEST_CASE("A file that ends in the middle fails, and the exit status is 1") {
  const Archive archive;
  archive.write("cut.json", R"({"id": "cut", "title": "Cut", "body": "In the mid)");
  const Finished made = archive.index();
  CHECK(made.status == 1);
  CHECK(made.json().at("failed") == 1);
  CHECK(made.err.find("failed: " + archive.path("cut.json")) != std::string::npos);
  CHECK(archive.total("walrus") == 2);
}

TEST_CASE("Invalid UTF-8 is read as what it can be") {
  const Archive archive;
  archive.write("bad.json",
                "{\"id\": \"bad\", \"title\": \"B\xC3\", \"body\": \"A walrus \xFF\xFE c\xE9"
                "d\xE9.\"}");
  archive.write("bad.txt", "A headline\n\nA walrus na\xEFve and \xE9tonn\xE9.\n");
  const Finished made = archive.index();
  CHECK(made.json().at("read") == 4);
  CHECK(archive.total("walrus") == 4);
  CHECK(answer_to(archive.db(), {"id:bad"}).at("total") == 1);
}

TEST_CASE("JSON nested 10,000 deep is no crash") {
  const Archive archive;
  const std::string open(10000, '[');
  const std::string close(10000, ']');
  archive.write("deep.json", open + close);
  archive.write("deeper.json", open);
  std::string objects;
  for (int i = 0; i < 10000; ++i) objects += R"({"a":)";
  archive.write("objects.json", objects + "1" + std::string(10000, '}'));
  archive.write("inside.json",
                R"({"id": "in", "title": "T", "body": "A walrus.", "x": )" + open + close + "}");
  const Finished made = archive.index();
  CHECK((made.status == 0 || made.status == 1));
  const Json summary = made.json();
  const int others = summary.at("skipped").get<int>() + summary.at("failed").get<int>();
  CHECK(summary.at("read").get<int>() + others >= 6);
  CHECK(archive.total("walrus") >= 2);
}

TEST_CASE("A line of 100 MB in JSON lines is an article like others", "[slow]") {
  const Archive archive;
  archive.write("huge.jsonl", R"({"id": "before", "title": "Before", "body": "A walrus."})"
                              "\n"
                              R"({"id": "huge", "title": "Huge", "body": "Walrus )" +
                                  long_text(hundred_megabytes) +
                                  "\"}\n"
                                  R"({"id": "after", "title": "After", "body": "A walrus."})"
                                  "\n");
  const Finished made = archive.index();
  CHECK(made.status == 0);
  CHECK(made.json().at("read") == 5);
  CHECK(archive.total("walrus") == 5);
  CHECK(answer_to(archive.db(), {"number4095"}).at("hits").at(0).at("id") == "huge");
}

TEST_CASE("A line of 100 MB of plain text is an article like others", "[slow]") {
  const Archive archive;
  archive.write("huge.txt", "A headline\n\nWalrus " + long_text(hundred_megabytes));
  const Finished made = archive.index();
  CHECK(made.status == 0);
  CHECK(archive.total("walrus") == 3);
}

TEST_CASE("100 MB without a space are no crash", "[slow]") {
  const Archive archive;
  archive.write("one-word.txt", std::string(hundred_megabytes, 'x'));
  archive.write("no-json.jsonl", R"({"id": "before", "title": "Before", "body": "A walrus."})"
                                 "\n" +
                                     std::string(hundred_megabytes, 'x') +
                                     "\n"
                                     R"({"id": "after", "title": "After", "body": "A walrus."})"
                                     "\n");
  archive.index();
  CHECK(archive.total("walrus") == 4);
}

TEST_CASE("An article that is too long for an index fails alone", "[slow]") {
  const Archive archive;
  archive.write("giant.txt", "A headline\n\n" + long_text(hundred_megabytes + 10'000'000));
  const Finished made = archive.index();
  CHECK(made.status == 1);
  CHECK(made.json().at("failed") == 1);
  CHECK(made.err.find("giant.txt: too long") != std::string::npos);
  CHECK(archive.total("walrus") == 2);
}

TEST_CASE("Huge names, addresses and ids are cut, not lost") {
  const Archive archive;
  const Json article{{"id", std::string(300'000, 'i')},
                     {"url", "https://a.example/" + std::string(300'000, 'u')},
                     {"title", std::string(300'000, 't')},
                     {"outlet", std::string(300'000, 'o')},
                     {"author", std::string(300'000, 'a')},
                     {"topics", {std::string(300'000, 'k'), "Sport"}},
                     {"body", "A walrus \0 dived."s}};
  archive.write("huge-names.json", article.dump());
  CHECK(archive.index().json().at("added") == 3);
  CHECK(archive.total("walrus") == 3);
  CHECK(answer_to(archive.db(), {"--topic", "sport"}).at("total") == 1);
  const Json outlets = answer_to(archive.db(), {"dived", "--facet", "outlet"});
  const std::string outlet = outlets.at("facets").at("outlet").at("values").at(0).at("value");
  CHECK(search_in(archive.db(), {"--count", "outlet:" + outlet.substr(0, 100'000)}).status == 1);
}

TEST_CASE("Zero bytes in values are no crash") {
  const Archive archive;
  std::string zeros;
  for (int i = 0; i < 300; ++i) zeros += "\\u0000x";
  archive.write("zeros.json", "{\"id\": \"" + zeros + "\", \"url\": \"https://a.example/" + zeros +
                                  "\", \"title\": \"T\", \"topics\": [\"" + zeros +
                                  "\"], \"body\": \"A walrus.\"}");
  CHECK(archive.index().json().at("added") == 3);
  CHECK(archive.total("walrus") == 3);
}

TEST_CASE("A file that may not be read fails, the others are read") {
  if (::geteuid() == 0) {
    WARN("skipped: root may read every file");
    return;
  }
  const Archive archive;
  archive.write("secret.json", R"({"title": "Secret", "body": "A walrus."})");
  fs::permissions(archive.path("secret.json"), fs::no_perms);
  const Finished made = archive.index();
  CHECK(made.status == 1);
  CHECK(made.err.find("secret.json") != std::string::npos);
  CHECK(archive.total("walrus") == 2);
}

TEST_CASE("Links in a circle and to nothing end") {
  const Archive archive;
  archive.write("below/more.json", R"({"id": "more", "title": "More", "body": "A walrus."})");
  fs::create_symlink("..", archive.path("below/up"));
  fs::create_symlink("itself", archive.path("itself"));
  fs::create_symlink("nothing", archive.path("dangling"));
  const Finished made = archive.index();
  CHECK(made.status == 1);
  CHECK(made.json().at("read") == 3);
  CHECK(made.json().at("failed") == 2);
  CHECK(made.err.find("a link to nothing") != std::string::npos);
  CHECK(made.err.find("a link that leads to itself") != std::string::npos);
}

TEST_CASE("Odd names are names") {
  const Archive archive;
  const std::vector<std::string> names{
      "new\nline.txt",   "bad\xFFutf8.txt",         "-dash.txt", "--help",
      "\x1B[31mred.txt", "name with 'quotes\".txt", "*"};
  for (const std::string& name : names) archive.write(name, "Headline\n\nA walrus swam there.\n");
  CHECK(archive.index().json().at("read") == names.size() + 2);
  const std::vector<std::string> ids = ids_of(archive.db(), {"walrus"});
  CHECK(ids.size() == names.size() + 2);
  const Json hits = answer_to(archive.db(), {"walrus", "--limit", "all"}).at("hits");
  for (const Json& hit : hits) {
    const std::string id = hit.at("id");
    INFO(id);
    CHECK(search_in(archive.db(), {"--show", id}).status == 0);
  }
  const Finished text = search_in(archive.db(), {"walrus", "--limit", "all"});
  CHECK(text.out.find('\x1B') == std::string::npos);
}

TEST_CASE("A source whose name begins with a dash stands behind --") {
  const Archive archive;
  archive.write("-dash.txt", "Headline\n\nA lone walrus swam.\n");
  Call call;
  call.directory = archive.path();
  CHECK(index_with(archive.db(), {"--", "-dash.txt"}, call).status == 0);
  CHECK(archive.total("walrus") == 1);
}
