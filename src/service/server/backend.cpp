#include "server/backend.h"

#include <unistd.h>

#include "base/log.h"
#include "secrets/secrets.h"
#include "store/open.h"

namespace lacit::server {
namespace {

constexpr store::Seconds day = 24L * 60 * 60;

// form-backend: what visitors send is for nobody else on this machine.
base::Result<bool> make_data_folder(const std::filesystem::path& folder) {
  std::error_code failed;
  if (std::filesystem::create_directories(folder, failed)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
  }
  if (!failed && std::filesystem::is_directory(folder, failed) && access(folder.c_str(), W_OK) == 0) return true;
  return base::Error{"the folder " + folder.string() + " cannot be made or written to; name another one with --data"};
}

/// Pages that ask one provider and a server that asks another would refuse every message.
base::Result<bool> agrees(const captcha::Options& options, const forms::FormsFile& forms) {
  const bool none = options.provider == captcha::Provider::none;
  const std::string wanted = none ? "" : std::string(name_of(options.provider)) + " " + options.site_key;
  if (forms.captcha == wanted) return true;
  const auto said = [](const std::string& captcha) { return captcha.empty() ? "none" : "«" + captcha + "»"; };
  return base::Error{"the pages were built with the captcha " + said(forms.captcha) + ", the configuration has " +
                     said(wanted) + "; make site.json and [captcha] agree, then run ./dev build"};
}

/// A site that was built without forms has none to serve.
base::Result<std::shared_ptr<const forms::FormsFile>> forms_of(const Options& options, const SiteFiles& site) {
  const Resource* file = site.find("/" + std::string(forms::forms_path));
  if (file == nullptr) return std::make_shared<const forms::FormsFile>();
  auto forms = forms::read_forms(file->identity.bytes);
  if (!forms) return forms.error();
  if (const auto same = agrees(options.intake.captcha, forms.value()); !same) return same.error();
  return std::make_shared<const forms::FormsFile>(std::move(forms.value()));
}

void start_couriers(SharedState& state) {
  const Options& options = state.options;
  const auto start = [&state](std::unique_ptr<delivery::Channel> channel) {
    state.couriers.push_back(
        std::make_unique<delivery::Courier>(*state.store, std::move(channel), state.options.patience));
  };
  if (!options.mail.server.empty()) start(std::make_unique<delivery::Mail>(options.mail, options.data / "files"));
  if (!options.webhook.url.empty()) start(std::make_unique<delivery::Webhook>(options.webhook));
}

/// What lies in the data folder: its folders each time, since somebody may have moved them; the key once.
base::Result<bool> look_at_folder(SharedState& state) {
  const Options& options = state.options;
  if (auto made = make_data_folder(options.data); !made) return made;
  if (auto made = store::AttachmentFiles::make_folders(options.data); !made || state.has_belongings) return made;
  auto key = secrets::signing_key(options.data);
  if (!key) return key.error();
  state.intake->take(
      {.key = std::move(key.value()), .files = store::AttachmentFiles::open(options.data, options.intake.quota)});
  state.has_belongings = true;
  return true;
}

/// The first time.
base::Result<bool> begin_work(SharedState& state) {
  if (auto released = state.store->release_claims(); !released) return released;
  tidy_up(state);
  start_couriers(state);
  state.opened = true;
  return true;
}

base::Result<bool> look(SharedState& state) {
  if (auto folder = look_at_folder(state); !folder) return folder;
  if (!state.intake->has_room()) return base::Error{"its disk is full; make room"};
  if (const auto time = state.store->tick(); !time) return time.error();
  if (!state.opened) {
    if (auto begun = begin_work(state); !begun) return begun;
  }
  return true;
}

}  // namespace

base::Result<bool> make_backend(SharedState& state) {
  const Options& options = state.options;
  if (options.data.empty()) return true;
  auto forms = forms_of(options, *state.site());
  if (!forms) return forms.error();
  state.store = store::open_later({options.data, options.database});
  state.intake = std::make_unique<intake::Intake>(options.intake, *state.store);
  state.intake->set_forms(std::move(forms.value()));
  state.intake->on_stored([&state] {
    if (!state.opened) return;
    for (const auto& courier : state.couriers) courier->wake();
  });
  state.intake->set_pages(
      [&state](std::string_view path) { return path.ends_with('/') && state.site()->find(path) != nullptr; });
  return true;
}

void look_at_backend(SharedState& state) {
  const base::Result<bool> found = look(state);
  const std::string trouble = found ? "" : found.message();
  if (!trouble.empty() && trouble != state.trouble) {
    base::log("forms cannot be taken, while pages are served (data folder " + state.options.data.string() +
              "): " + trouble + "; it is tried again every second");
  }
  if (trouble.empty() && !state.trouble.empty()) base::log("forms are taken again");
  state.trouble = trouble;
  state.away = !found;
}

void end_backend(SharedState& state) {
  if (!state.intake) return;
  state.store->drain();
  state.couriers.clear();
  state.intake->flush_visits();
}

bool take_forms(SharedState& state, const SiteFiles& site) {
  if (!state.intake) return true;
  auto forms = forms_of(state.options, site);
  if (!forms) return false;
  state.intake->set_forms(std::move(forms.value()));
  return true;
}

void tidy_up(SharedState& state) {
  state.intake->sweep_files();
  const int days = state.options.keep_days;
  if (days == 0) return;
  const auto done = state.intake->forget(days * day);
  if (!done) return base::log("old messages could not be deleted: " + done.message());
  const auto [deleted, doubted, all] = done.value();
  const std::string older = " older than " + std::to_string(days) + " days";
  if (deleted > 0) base::log(std::to_string(deleted) + " messages were" + older + " and are deleted");
  if (doubted == 0) return;
  base::log(std::to_string(doubted) + " of " + std::to_string(all) + " messages seem to be" + older +
            ", but the clock is ahead of the time that this database has seen, and they are kept for now; where the "
            "clock is right, run: lacit inbox purge --older-than " +
            std::to_string(days) + "d --force");
}

}  // namespace lacit::server
