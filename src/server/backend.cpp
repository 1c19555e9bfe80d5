#include "server/backend.h"

#include <unistd.h>

#include "base/log.h"
#include "intake/secrets.h"
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
  if (!failed && std::filesystem::is_directory(folder) && access(folder.c_str(), W_OK) == 0) return true;
  return base::Error{"the folder " + folder.string() + " cannot be made or written to; name another one with --data"};
}

/// Pages that ask one provider and a server that asks another would refuse every message.
base::Result<bool> agrees(const captcha::Options& options, const intake::FormsFile& forms) {
  const bool none = options.provider == captcha::Provider::none;
  const std::string wanted = none ? "" : std::string(name_of(options.provider)) + " " + options.site_key;
  if (forms.captcha == wanted) return true;
  const auto said = [](const std::string& captcha) { return captcha.empty() ? "none" : "«" + captcha + "»"; };
  return base::Error{"the pages were built with the captcha " + said(forms.captcha) + ", the configuration has " +
                     said(wanted) + "; make site.json and [captcha] agree, then run ./dev build"};
}

/// A site that was built without forms has none to serve.
base::Result<std::shared_ptr<const intake::FormsFile>> forms_of(const Options& options, const SiteFiles& site) {
  const Resource* file = site.find("/" + std::string(intake::forms_path));
  if (file == nullptr) return std::make_shared<const intake::FormsFile>();
  auto forms = intake::read_forms(file->identity.bytes);
  if (!forms) return base::Error{forms.message()};
  if (const auto same = agrees(options.intake.captcha, forms.value()); !same) return base::Error{same.message()};
  return std::make_shared<const intake::FormsFile>(std::move(forms.value()));
}

void start_couriers(SharedState& state) {
  const Options& options = state.options;
  const auto start = [&state](std::unique_ptr<delivery::Channel> channel) {
    state.couriers.push_back(
        std::make_unique<delivery::Courier>(*state.store, std::move(channel), state.options.patience));
  };
  if (!options.mail.server.empty()) start(std::make_unique<delivery::Mail>(options.mail, options.data / "files"));
  if (!options.webhook.url.empty()) start(std::make_unique<delivery::Webhook>(options.webhook));
  state.intake->on_stored([&state] {
    for (const auto& courier : state.couriers) courier->wake();
  });
}

}  // namespace

base::Result<bool> open_backend(SharedState& state) {
  const Options& options = state.options;
  if (options.data.empty()) return true;
  if (const auto made = make_data_folder(options.data); !made) return base::Error{made.message()};
  auto forms = forms_of(options, *state.site());
  if (!forms) return base::Error{forms.message()};
  auto store = store::open({options.data, options.database});
  if (!store) return base::Error{store.message()};
  auto key = intake::signing_key(options.data);
  if (!key) return base::Error{key.message()};
  auto files = intake::AttachmentFiles::open(options.data, options.intake.quota);
  if (!files) return base::Error{files.message()};
  if (const auto released = store.value()->release_claims(); !released) return base::Error{released.message()};
  state.store = std::move(store.value());
  state.intake =
      std::make_unique<intake::Intake>(options.intake, std::move(key.value()), std::move(files.value()), *state.store);
  state.intake->set_forms(std::move(forms.value()));
  state.intake->set_pages(
      [&state](std::string_view path) { return path.ends_with('/') && state.site()->find(path) != nullptr; });
  state.intake->sweep_files();
  start_couriers(state);
  return true;
}

bool take_forms(SharedState& state, const SiteFiles& site) {
  if (!state.intake) return true;
  auto forms = forms_of(state.options, site);
  if (!forms) return false;
  state.intake->set_forms(std::move(forms.value()));
  return true;
}

void delete_old(SharedState& state) {
  const auto count = state.intake->forget(store::now() - state.options.keep_days * day);
  if (!count) {
    base::log("old messages could not be deleted: " + count.message());
  } else if (count.value() > 0) {
    base::log(std::to_string(count.value()) + " messages were older than " + std::to_string(state.options.keep_days) +
              " days and are deleted");
  }
}

}  // namespace lacit::server
