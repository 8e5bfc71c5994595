#!/usr/bin/env bash
# Finds or obtains promtool, which checks the alert rules, and prints its path. In this order: PROMTOOL_BIN, one obtained before,
# the PATH, Debian's package promtool (prometheus, before trixie), unpacked into .vigil/prometheus. Needs no root.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$here/say.sh"
. "$here/debian.sh"

dest=$root/.vigil/prometheus

# works BINARY: can it be run?
works() { [ -n "$1" ] && [ -x "$1" ] && "$1" --version >/dev/null 2>&1; }

if [ -n "${PROMTOOL_BIN:-}" ]; then
  works "$PROMTOOL_BIN" || fail "PROMTOOL_BIN=$PROMTOOL_BIN is no promtool"
  printf '%s\n' "$PROMTOOL_BIN"
  exit 0
fi
for candidate in "$dest/usr/bin/promtool" "$(command -v promtool || true)"; do
  if works "$candidate"; then
    printf '%s\n' "$candidate"
    exit 0
  fi
done
if debian_here; then
  for source in "trixie promtool" "bookworm prometheus"; do
    suite=${source% *} package=${source#* }
    say "promtool: none found, downloading Debian's package $package from '$suite' into .vigil/prometheus (no root needed)"
    if unpack_package "$suite" "$package" "$dest" && works "$dest/usr/bin/promtool"; then
      printf '%s\n' "$dest/usr/bin/promtool"
      exit 0
    fi
  done
fi
fail "no promtool. Put one on the PATH, or name it with PROMTOOL_BIN."
