#include "searcher/output/table.h"

#include "common/field.h"
#include "searcher/output/columns.h"

namespace backfile {
namespace {

class TableWriter : public AnswerSink {
 public:
  TableWriter(const TableForm& form, const Layout& layout, std::ostream& out)
      : form_(form),
        columns_(layout.columns.empty() ? usual_columns() : layout.columns),
        out_(out) {}

  void begin(const Answer& answer) override {
    if (!answer.facets.empty()) return write_facets(answer.facets);
    std::vector<std::string> names;
    for (const Column* column : columns_) names.emplace_back(column->name);
    write_line(names);
  }

  void hit(const Hit& hit, std::size_t rank) override {
    std::vector<std::string> cells;
    for (const Column* column : columns_) cells.push_back(column->text(hit, rank));
    write_line(cells);
  }

 private:
  void write_facets(const std::vector<Facet>& facets) {
    write_line({"field", "value", "count"});
    for (const Facet& facet : facets) {
      const std::string name(field(facet.field).name);
      for (const FacetValue& value : facet.values) {
        write_line({name, value.value, std::to_string(value.count)});
      }
      if (facet.missing > 0) write_line({name, {}, std::to_string(facet.missing)});
    }
  }

  void write_line(const std::vector<std::string>& cells) { write_row(cells, form_, out_); }

  TableForm form_;
  std::vector<const Column*> columns_;
  std::ostream& out_;
};

}  // namespace

void write_row(const std::vector<std::string>& cells, const TableForm& form, std::ostream& out) {
  std::string line;
  for (const std::string& cell : cells) {
    line += form.cell(cell);
    line += form.separator;
  }
  line.back() = '\n';
  out << line;
}

std::unique_ptr<AnswerSink> table_writer(const TableForm& form, const Layout& layout,
                                         std::ostream& out) {
  return std::make_unique<TableWriter>(form, layout, out);
}

}  // namespace backfile
