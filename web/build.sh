#!/usr/bin/env bash
# The studio by one command, which Maven calls when it builds the api:
#
#   web/build.sh         builds it into web/dist, if its sources have changed
#   web/build.sh test    judges its code and runs its tests
#   web/build.sh browser COMMAND...
#                        uses it in a browser, against the product that COMMAND up starts
#   web/build.sh figures COMMAND...
#                        measures it there: first load, scrolling, memory, a color that is dragged
#   web/build.sh node    says whether there is a Node that can build it
#
# Without a Node that can build it, one is fetched; where that cannot be, it says so, leaves no studio, and ends well: the
# api serves without.
set -euo pipefail

HOME_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
CACHE=${PHOTOSET_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/photoset}
NODE_MIN=20.19
cd "$HOME_DIR/web"

say() { printf '%s\n' "$*" >&2; }

# shellcheck source=../native/fetch.sh
. "$HOME_DIR/native/fetch.sh"

is_new_enough() {
  command -v npm >/dev/null &&
    node -e 'const [a, b] = process.argv[1].split("."), [c, d] = process.versions.node.split(".");
      process.exit(+c > +a || (c === a && +d >= +b) ? 0 : 1)' "$NODE_MIN" 2>/dev/null
}

find_node() {
  local home
  if is_new_enough; then return; fi
  home=$(installed node "Node $NODE_MIN or newer" "the studio cannot be built") || return 1
  export PATH=$home/bin:$PATH
}

# Everything that the build reads, as one hash.
sources() {
  find . ../docs/reference/openapi.json ../activities-gpu/models/lite/samples -type f \
    -not -path './node_modules/*' -not -path './dist/*' -not -path './e2e/*' -print0 |
    sort -z | xargs -0 cat | sha256_of /dev/stdin
}

# What package-lock.json names, and nothing else; once for each lock file.
packages() {
  local wanted
  wanted=$(sha256_of package-lock.json)
  if [[ -f node_modules/.lock && $(<node_modules/.lock) == "$wanted" ]]; then return; fi
  npm ci --no-audit --no-fund --loglevel=error >&2 || return 1
  echo "$wanted" >node_modules/.lock
}

build() {
  local wanted
  wanted=$(sources)
  if [[ -f dist/index.html && -f node_modules/.built && $(<node_modules/.built) == "$wanted" ]]; then return; fi
  # Files of an older build are under other names, and would be packed too.
  rm -rf dist ../api/target/classes/static
  if ! find_node || ! packages; then
    say "The studio is not built: it needs Node $NODE_MIN or newer with npm, and a network the first time. Everything else" \
      "works. Install Node (https://nodejs.org), then run this again."
    return
  fi
  npm run --silent build >&2
  echo "$wanted" >node_modules/.built
}

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name"; then return; fi
  done
  return 1
}

case ${1:-} in
  '') build ;;
  node) find_node ;;
  test)
    find_node && packages
    npm run --silent types >&2
    npm run --silent lint
    npm test --silent
    ;;
  browser | figures)
    case $1 in
      browser) run=test:browser ;;
      figures) run=figures ;;
    esac
    shift
    PHOTOSET_CHROMIUM=$(find_chromium) || {
      say "There is no Chromium on the PATH, so the studio is not tried in a browser (Debian: apt install chromium)."
      exit 0
    }
    find_node && packages
    PHOTOSET_COMMAND=$(printf '%s\n' "$@")
    export PHOTOSET_CHROMIUM PHOTOSET_COMMAND
    npm run --silent "$run"
    ;;
  *)
    say "web/build.sh knows no $1."
    exit 2
    ;;
esac
