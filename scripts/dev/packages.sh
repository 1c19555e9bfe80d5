# Debian packages of the host, installed only where they are missing.
# shellcheck shell=bash

build_packages=(cmake ninja-build g++ ccache mmdebstrap bubblewrap uidmap libboost-dev libsqlite3-dev libssl-dev libcurl4-openssl-dev
  libtomlplusplus-dev libpq-dev libpugixml-dev libutf8proc-dev libidn2-dev libhowardhinnant-date-dev tzdata
  nlohmann-json3-dev doctest-dev libmd4c-dev libbrotli-dev zlib1g-dev pkg-config libvips-dev liblcms2-dev libheif-dev libjpeg-dev libcli11-dev woff2 librsvg2-bin nodejs npm ca-certificates dpkg-dev xz-utils)
test_packages=(chromium firefox-esr webkit2gtk-driver xvfb libgl1-mesa-dri libegl1 libpci3 poppler-utils
  python3-aiosmtpd clamav-daemon postgresql-15 orca at-spi2-core speech-dispatcher python3-pyatspi openbox dbus-x11 xdotool
  default-jre-headless clang clang-format clang-tidy libclang-rt-14-dev shellcheck
  systemd nginx-light curl openssl strace libfaketime
  python3-icalendar python3-dateutil libvips-tools libheif-examples libavif-bin libimage-exiftool-perl libjpeg-turbo-progs)
bench_packages=(wrk nginx-light)

missing_packages() {
  local name
  for name in "$@"; do
    [[ $(dpkg-query -W -f='${Status}' "$name" 2>/dev/null) = *'ok installed' ]] || printf '%s\n' "$name"
  done
}

install_packages() {
  local -a missing as_root=()
  # A program that stands elsewhere on PATH serves as well as Debian's package of it.
  mapfile -t missing < <(missing_packages "$@" | while read -r name; do
    case $name in nodejs) command -v node ;; npm) command -v npm ;; default-jre-headless) command -v java ;; *) false ;; esac >/dev/null || echo "$name"
  done)
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these Debian packages are missing: ${missing[*]}" "install them as root, then try again"
    as_root=(sudo)
  fi
  export DEBIAN_FRONTEND=noninteractive
  step "Debian's package lists" apt-update "${as_root[@]}" apt-get update -q
  step "${#missing[@]} Debian packages" apt-install "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}"
}
