// The first phase: what each file is. Of files that did not change nothing is read.
#include <charconv>

#include "base/plain_file.h"
#include "content/media_size.h"
#include "pictures/plan.h"
#include "pictures/pool.h"
#include "pictures/progress.h"
#include "pictures/studio.h"
#include "pictures/worker.h"

namespace lacit::pictures {

namespace fs = std::filesystem;
using content::Catalogue;
using content::PictureFacts;
using content::PictureKind;

namespace {

int number(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The kind by the beginning; that of a bitmap must not promise too much. Whether the rest is there and good, only
/// those tell who read all of it, in a process of its own.
base::Result<PictureKind> kind_of(const std::string& name, const std::string& bytes) {
  auto kind = content::recognise_picture(name, bytes);
  if (!kind) return kind;
  if (kind.value() == PictureKind::svg) {
    if (const auto large = content::too_many_bytes(kind.value(), bytes.size())) return *large;
  } else if (const auto size = content::measure_bitmap(kind.value(), bytes)) {
    if (const auto none = content::has_no_size(size->width, size->height)) return *none;
    if (const auto large = content::too_many_pixels(size->width, size->height)) return *large;
    if (const auto line = content::too_narrow(size->width, size->height)) return *line;
  }
  return kind;
}

/// `seen WIDTH HEIGHT ALPHA PLACEHOLDER`, what a worker says of a good file. An index may hold anything.
bool is_verdict(const Message& message) { return message.size() == 5 && message.front() == "seen"; }

}  // namespace

base::Result<bool> Studio::recognise(const std::string& name, Known& known) {
  const auto stamp = stamp_of(known.path);
  if (!stamp)
    return base::no_plain_file(known.path).value_or(base::Error{"the file changed while it was read", "build again"});
  if (const Index::File* file = index_.find(known.path.string(), *stamp)) {
    known.kind = file->kind;
    known.hash = file->hash;
    return true;
  }
  if (const auto large = content::too_many_bytes(PictureKind::jpeg, stamp->size)) return *large;
  const auto bytes = base::read_plain_file(known.path, content::largest_bitmap);
  if (!bytes) return bytes.error();
  const auto kind = kind_of(name, bytes.value());
  if (!kind) return kind.error();
  known.kind = kind.value();
  known.hash = hash_of(bytes.value());
  index_.note(known.path.string(), {.stamp = *stamp, .kind = known.kind, .hash = known.hash});
  return true;
}

base::Result<PictureFacts> Studio::facts_of(const std::string& name, const Message& verdict) {
  if (!is_verdict(verdict)) return base::Error{"lacit and lacit-pictures do not fit together", "run ./dev build"};
  Known& known = known_.at(name);
  known.width = number(verdict[1]);
  known.height = number(verdict[2]);
  known.alpha = verdict[3] == "1";
  if (const auto line = content::too_narrow(known.width, known.height)) return *line;
  return PictureFacts{.width = known.width, .height = known.height, .placeholder = verdict[4]};
}

fs::path Studio::cleaned_drawing(const std::string& name) const {
  const Known& known = known_.at(name);
  return known.kind == PictureKind::svg ? cache_ / cleaned_name(known.hash) : fs::path();
}

bool Studio::is_kept(const std::string& name) const {
  const fs::path drawing = cleaned_drawing(name);
  std::error_code ignored;
  return drawing.empty() || fs::is_regular_file(drawing, ignored);
}

Catalogue Studio::survey(const fs::path& media, const std::vector<std::string>& names) {
  Catalogue catalogue;
  std::vector<std::string> unseen;
  std::error_code ignored;
  const fs::path folder = fs::weakly_canonical(media, ignored);
  for (const std::string& name : names) {
    Known& known = known_[name] = {.path = folder / name};
    if (const auto recognised = recognise(name, known); !recognised) {
      catalogue.emplace(name, recognised.error());
    } else if (const Message* verdict = index_.verdict(known.hash);
               verdict != nullptr && is_verdict(*verdict) && is_kept(name)) {
      catalogue.emplace(name, facts_of(name, *verdict));
    } else {
      unseen.push_back(name);
    }
  }
  look_at(unseen, catalogue);
  index_.keep_only(folder, names);
  index_.save();
  return catalogue;
}

void Studio::look_at(const std::vector<std::string>& names, Catalogue& catalogue) {
  if (names.empty()) return;
  std::error_code ignored;
  fs::create_directories(cache_, ignored);  // Where the drawings among them go.
  const auto program = find_program();
  std::vector<Message> jobs;
  for (const std::string& name : names) {
    const Known& known = known_.at(name);
    jobs.push_back({"survey", std::to_string(static_cast<int>(known.kind)), known.hash, known.path.string(),
                    cleaned_drawing(name).string()});
  }
  Progress progress("looking at pictures", jobs.size());
  const auto take = [&](std::size_t i, Answer answer) {
    progress.step(names[i]);
    if (answer && is_verdict(answer.value())) index_.note_verdict(known_.at(names[i]).hash, answer.value());
    catalogue.emplace(names[i], answer ? facts_of(names[i], answer.value()) : answer.error());
  };
  const auto ran = program ? run_jobs(program.value(), jobs, take) : base::Result<bool>(program.error());
  if (!ran) failure_ = ran.message();
}

}  // namespace lacit::pictures
