// md4c calls back for blocks, spans and texts; the collector keeps what is allowed and gives advice for the rest.
#include "content/rich_text.h"

#include <md4c.h>

#include <algorithm>

#include "content/href.h"
#include "content/text_rules.h"

namespace lacit::content {
namespace {

base::Error advice_for_block(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_H: return {"a heading inside text", "use the section's heading; a plain # is written \\\\#"};
    case MD_BLOCK_UL: return {"a list inside text", "write its points as strings of their own, without the sign"};
    case MD_BLOCK_OL:
      return {"the text begins like a numbered list", "take a steps section, or write the dot as \\\\."};
    case MD_BLOCK_QUOTE: return {"a quotation mark > in front of the text", "delete it, or write \\\\>"};
    case MD_BLOCK_CODE: return {"the text is set as code", "delete the spaces or backticks in front of it"};
    case MD_BLOCK_HTML: return {"HTML inside text", "write plain words, **bold**, *italic* or [a link](/page/)"};
    case MD_BLOCK_HR: return {"a line instead of text", "delete it; sections are set apart by themselves"};
    default: return {"a table inside text", "take a directory section"};
  }
}

base::Error advice_for_span(MD_SPANTYPE type) {
  if (type == MD_SPAN_IMG) return {"a picture inside text", "put it into the section's picture, or into a gallery"};
  return {"code marks inside text", "delete the backticks"};
}

class Collector {
 public:
  Collector(ParsedRichText& result, std::size_t source_size) : result_(result), source_size_(source_size) {}

  /// In bytes.
  [[nodiscard]] std::size_t longest_piece() const { return source_size_; }

  void enter_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_DOC || type == MD_BLOCK_LI) return;
    if (type != MD_BLOCK_P) return say(advice_for_block(type));
    if (++paragraphs_ > 1) say({"two paragraphs in one string", "write each as a string of its own"});
  }

  void enter_span(MD_SPANTYPE type, const void* detail) {
    switch (type) {
      case MD_SPAN_STRONG: ++strong_; break;
      case MD_SPAN_EM: ++emphasis_; break;
      case MD_SPAN_A: open_link(*static_cast<const MD_SPAN_A_DETAIL*>(detail)); break;
      default: say(advice_for_span(type));
    }
  }

  void leave_span(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_STRONG: --strong_; break;
      case MD_SPAN_EM: --emphasis_; break;
      case MD_SPAN_A: close_link(); break;
      default: break;
    }
  }

  void text(MD_TEXTTYPE type, std::string_view piece) {
    switch (type) {
      case MD_TEXT_NORMAL:
      case MD_TEXT_CODE: append(piece); break;
      case MD_TEXT_ENTITY: say_entity(piece); break;
      case MD_TEXT_HTML: say(advice_for_block(MD_BLOCK_HTML)); break;
      default: say({"a line break inside text", "write one paragraph a string"});
    }
  }

  void finish() {
    const std::string words = plain(result_.text);
    if (words.find("**") != std::string::npos || words.find("](") != std::string::npos) {
      say({"formatting that does not close: ** or ]( would be shown",
           "write **bold** without spaces inside the stars, and [label](target) without spaces in the target"});
    }
    if (words.empty() && result_.advice.empty()) say({"the text shows no words", "write some, or delete the text"});
  }

 private:
  void say(const base::Error& advice) {
    const auto& all = result_.advice;
    if (std::find(all.begin(), all.end(), advice) == all.end()) result_.advice.push_back(advice);
  }

  void say_entity(std::string_view entity) { say(entity_advice(entity)); }

  void append(std::string_view piece) {
    Span span{std::string(piece), strong_ > 0, emphasis_ > 0, href_};
    link_words_ += piece;
    if (!result_.text.empty()) {
      Span& last = result_.text.back();
      if (last.strong == span.strong && last.emphasis == span.emphasis && last.href == span.href) {
        last.text += span.text;
        return;
      }
    }
    result_.text.push_back(std::move(span));
  }

  void open_link(const MD_SPAN_A_DETAIL& link) {
    for (unsigned i = 0; link.href.size > 0 && link.href.substr_offsets[i] < link.href.size; ++i) {
      const unsigned from = link.href.substr_offsets[i];
      const std::string_view part(link.href.text + from, link.href.substr_offsets[i + 1] - from);
      if (link.href.substr_types[i] == MD_TEXT_ENTITY) say_entity(part);
      href_ += part;
    }
    if (link.title.size > 0) say({"a link with a title in quotes", "delete the title; nobody sees it on a phone"});
    link_words_.clear();
    result_.hrefs.push_back(href_);
    if (href_.empty()) say({"a link without a target", "write [label](target)"});
    if (href_.empty()) return;
    if (std::optional<base::Error> advice = href_advice(href_)) say(*advice);
  }

  void close_link() {
    href_.clear();
    if (link_words_.empty()) return say({"a link without words", "write [label](target)"});
    if (std::optional<base::Error> advice = link_label_advice(link_words_)) say(*advice);
  }

  ParsedRichText& result_;
  std::size_t source_size_;
  int paragraphs_ = 0;
  int strong_ = 0;
  int emphasis_ = 0;
  std::string href_;
  std::string link_words_;
};

MD_PARSER parser() {
  MD_PARSER functions{};
  functions.enter_block = [](MD_BLOCKTYPE type, void*, void* to) {
    return static_cast<Collector*>(to)->enter_block(type), 0;
  };
  functions.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  functions.enter_span = [](MD_SPANTYPE type, void* detail, void* to) {
    return static_cast<Collector*>(to)->enter_span(type, detail), 0;
  };
  functions.leave_span = [](MD_SPANTYPE type, void*, void* to) {
    return static_cast<Collector*>(to)->leave_span(type), 0;
  };
  functions.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* to) {
    auto& collector = *static_cast<Collector*>(to);
    // Where a link's title does not close, md4c 0.4.8 may tell of gigabytes that are not there.
    if (size > collector.longest_piece()) return 1;
    return collector.text(type, {text, size}), 0;
  };
  return functions;
}

}  // namespace

ParsedRichText parse_rich_text(std::string_view source) {
  ParsedRichText result;
  Collector collector(result, source.size());
  const MD_PARSER functions = parser();
  if (md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &functions, &collector) != 0) {
    result.advice.push_back({"the text could not be read", "write it anew, in shorter pieces"});
    return result;
  }
  collector.finish();
  return result;
}

std::string plain(const RichText& text) {
  std::string words;
  for (const Span& span : text) words += span.text;
  return words;
}

}  // namespace lacit::content
