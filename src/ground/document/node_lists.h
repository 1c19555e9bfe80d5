// What nodes are, what they carry and what they are flagged with: each a list, from which enumerators, names in HTML,
// names in dumps and the version of the tree file are made, so that they cannot part.
#pragma once

#include "base/name_list.h"

// clang-format off

/// Kind, and the element that it is printed as. An ordered list is an `ol`, a heading `h1` to `h6` by its level, a header
/// cell a `th`, a field an `input`, `textarea` or `select` by its `type`.
#define LACIT_KINDS(X) \
  X(page, "body") X(header, "header") X(navigation, "nav") X(main, "main") X(footer, "footer") \
  X(section, "section") X(article, "article") X(aside, "aside") X(group, "div") \
  X(list, "ul") X(item, "li") X(heading, "h1") X(paragraph, "p") \
  X(label, "span") /* a text block inside a link, button or summary */ \
  X(link, "a")     /* with runs of its own, with children, or inline (named by a Run of its parent) */ \
  X(button, "button") X(image, "img") \
  X(icon, "svg")   /* decorative */ \
  X(details, "details") X(summary, "summary") \
  X(table, "table") X(table_head, "thead") X(table_body, "tbody") X(row, "tr") X(cell, "td") \
  X(figure, "figure") X(caption, "figcaption") \
  X(form, "form") X(field, "input") X(field_label, "label") X(option, "option") \
  X(time, "time") \
  X(dialog, "dialog") \
  X(progress, "progress") /* from 0 to 100 */

/// Attributes with a value, and their names in HTML.
#define LACIT_ATTRIBUTES(X) \
  X(id, "id") X(href, "href") X(src, "src") X(alt, "alt") X(width, "width") X(height, "height") \
  X(icon, "data-icon") \
  X(aria_label, "aria-label") X(aria_labelledby, "aria-labelledby") X(aria_describedby, "aria-describedby") \
  X(datetime, "datetime") X(type, "type") X(name, "name") X(value, "value") X(autocomplete, "autocomplete") \
  X(maxlength, "maxlength") X(accept, "accept") X(action, "action") X(method, "method") X(enctype, "enctype") \
  X(for_, "for") X(role, "role") X(scope, "scope") X(inputmode, "inputmode") X(enterkeyhint, "enterkeyhint") \
  X(lang, "lang") \
  X(data_behaviour, "data-behaviour") /* names the module of web/ that brings the node to life, e.g. `filter` */ \
  X(data_value, "data-value")         /* that module's argument */ \
  X(data_keywords, "data-keywords")   /* further words that the filter finds a row by */ \
  X(title, "title") X(pattern, "pattern") X(aria_invalid, "aria-invalid") X(tabindex, "tabindex") \
  X(sizes, "sizes") /* of an image in one of several widths, as HTML has it; nothing where it has one size */ \
  X(placeholder, "data-placeholder") /* of an image: see content::Picture */

/// Yes or no, a bit each, in this order.
#define LACIT_FLAGS(X) \
  X(ordered) X(header_cell) \
  X(current)     /* aria-current="page" */ \
  X(hidden)      /* hidden until script shows it */ \
  X(open)        /* details open */ \
  X(required) \
  X(live)        /* role="status": changes are announced politely */ \
  X(eager)       /* an image above the fold: not lazy */ \
  X(external)    /* rel="noopener" */ \
  X(decorative)  /* aria-hidden="true" */ \
  X(script_only) /* useless without script: hidden until boot.js runs */ \
  X(checked) X(multiple)

// clang-format on

/// For an array of names in HTML.
#define LACIT_HTML_NAME(name, html) std::string_view(html),
