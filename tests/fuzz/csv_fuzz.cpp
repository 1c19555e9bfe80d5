// libFuzzer over exported cells: whatever was written, a reader of RFC 4180 finds as many cells as were put in, and in
// them no formula where a cell might begin, no control, and no direction that is left open. Cells are the input's
// pieces between bytes of 0xFF, which no UTF-8 has.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "inbox/csv.h"

namespace base = lacit::base;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::vector<std::string> pieces_of(std::string_view bytes) {
  std::vector<std::string> pieces;
  while (true) {
    const std::size_t end = bytes.find('\xFF');
    pieces.emplace_back(bytes.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    bytes.remove_prefix(end + 1);
  }
}

/// RFC 4180, 2: cells in quotes alone, which is how ours are written.
std::vector<std::string> read_record(std::string_view record) {
  std::vector<std::string> cells;
  require(record.ends_with("\r\n"));
  record.remove_suffix(2);
  while (true) {
    require(record.starts_with('"'));
    record.remove_prefix(1);
    std::string cell;
    while (!record.starts_with('"') || record.starts_with("\"\"")) {
      require(!record.empty());
      cell += record.front();
      record.remove_prefix(record.starts_with("\"\"") ? 2 : 1);
    }
    record.remove_prefix(1);
    cells.push_back(cell);
    if (record.empty()) return cells;
    require(record.starts_with(','));
    record.remove_prefix(1);
  }
}

void check_characters(std::string_view cell) {
  require(base::valid(cell));
  int open = 0;
  for (std::size_t at = 0; at < cell.size();) {
    char32_t c = 0;
    at += base::decode(cell, at, c);
    require(c == '\n' || c == '\t' || (!base::is_control(c) && c != 0x2028 && c != 0x2029));
    if (c == '\n') require(open == 0);
    if (base::is_bidi_control(c) && c < 0x2066) require(open > 0);
    if (c >= 0x2066 && c <= 0x2068) ++open;
    if (c == 0x2069) require(open-- > 0);
  }
  require(open == 0);
}

/// The least that a spreadsheet looks for, at each place where one might begin a cell.
void check_formulas(std::string_view cell) {
  bool begins = true;
  for (const char c : cell) {
    require(!begins || std::string_view("=+-@").find(c) == std::string_view::npos);
    begins = c == ';' || c == '\n' || c == '\t' || (begins && (c == ' ' || c == '"' || c == ','));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pieces = pieces_of(std::string_view(reinterpret_cast<const char*>(data), size));
  const auto cells = read_record(lacit::inbox::csv_record(pieces));
  require(cells.size() == pieces.size());
  for (const std::string& cell : cells) {
    check_characters(cell);
    check_formulas(cell);
  }
  return 0;
}
