#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/article.h"
#include "common/index/database.h"
#include "indexer/postings/article_terms.h"
#include "indexer/writing/document.h"

namespace backfile {

/// An index in memory, whose documents are the articles in their order, counted from 1.
inline Database index_of(const std::vector<Article>& articles) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  ArticleAnalyser analyser;
  for (const Article& article : articles) {
    database.add_document(make_document(make_record(article, analyser.analyse(article), "", "")));
  }
  return Database(database);
}

inline Article article_of(const std::string& body, const std::string& language = "en") {
  Article article;
  article.body = body;
  article.language = language;
  return article;
}

}  // namespace backfile
