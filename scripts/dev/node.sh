# Node 22 and the packages of package-lock.json, both in the cache.
# shellcheck shell=bash
source scripts/dev/pins.sh

node_version=22.23.3

# node_pin FOLDER KIND: as scripts/dev/toolchain.lock has it.
node_pin() { printf 'npm:node-linux-%s %s %s\n' "$2" "$node_version" "$(sha256sum <"$1/bin/node" | cut -d' ' -f1)"; }

check_node() {
  local known
  known=$(grep "^npm:node-linux-$2 $node_version " "$lock" || true)
  [ -z "$known" ] || [ "$known" = "$(node_pin "$1" "$2")" ] ||
    fail "Node $node_version has other bytes than scripts/dev/toolchain.lock says" "find out who changed it before anything runs in it"
}

setup_node() {
  local kind=x64 home=$cache/node-$node_version
  [ "$(uname -m)" = aarch64 ] && kind=arm64
  if [ "$(node -p 'process.versions.node.split(".")[0] >= 22' 2>/dev/null)" != true ]; then
    if [ ! -x "$home/bin/node" ]; then
      step "Node $node_version" node npm install --prefix "$home.new" --no-save --no-audit --no-fund "node-linux-$kind@$node_version"
      check_node "$home.new/node_modules/node-linux-$kind" "$kind"
      rm -rf "$home" && mv "$home.new/node_modules/node-linux-$kind" "$home" && rm -rf "$home.new"
    fi
    export PATH=$home/bin:$PATH
  fi
  local modules
  modules=$cache/npm-$(key_of package.json package-lock.json)
  if [ ! -d "$modules/node_modules" ]; then
    mkdir -p "$modules" && cp package.json package-lock.json "$modules/"
    step "npm packages" npm npm ci --prefix "$modules" --no-audit --no-fund --ignore-scripts
  fi
  ln -sfn "$modules/node_modules" node_modules
}
