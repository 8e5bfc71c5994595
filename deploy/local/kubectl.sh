#!/usr/bin/env bash
# Finds or obtains kubectl of at least 1.27 (its kustomize knows what deploy/k8s uses) and prints its path. In this order:
# KUBECTL_BIN, one obtained before, the PATH, Debian's package kubectl, unpacked into .vigil/kubectl. Needs no root, and no cluster.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$here/say.sh"
. "$here/debian.sh"

min=1.27
dest=$root/.vigil/kubectl

# new_enough BINARY: can it be run, and is it new enough?
new_enough() {
  local version
  [ -n "$1" ] && [ -x "$1" ] || return 1
  version=$("$1" version --client 2>/dev/null | sed -n 's/^Client Version: v\([0-9.]*\).*/\1/p')
  [ -n "$version" ] && [ "$(printf '%s\n%s\n' "$min" "$version" | sort -V | head -n 1)" = "$min" ]
}

if [ -n "${KUBECTL_BIN:-}" ]; then
  new_enough "$KUBECTL_BIN" || fail "KUBECTL_BIN=$KUBECTL_BIN is not a kubectl of at least $min"
  printf '%s\n' "$KUBECTL_BIN"
  exit 0
fi
for candidate in "$dest/usr/bin/kubectl" "$(command -v kubectl || true)"; do
  if new_enough "$candidate"; then
    printf '%s\n' "$candidate"
    exit 0
  fi
done
if debian_here; then
  for suite in trixie forky; do
    say "kubectl: none of at least $min found, downloading Debian's package from '$suite' into .vigil/kubectl (no root needed)"
    if unpack_package "$suite" kubectl "$dest" && new_enough "$dest/usr/bin/kubectl"; then
      printf '%s\n' "$dest/usr/bin/kubectl"
      exit 0
    fi
  done
fi
fail "no kubectl of at least $min. Put one on the PATH, or name it with KUBECTL_BIN."
