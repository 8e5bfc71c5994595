#!/usr/bin/env bash
# Finds or obtains a nats-server of at least 2.10 and prints its path.
#
#   nats-server.sh [--no-docker]
#
# In this order: NATS_SERVER_BIN, one obtained before, the PATH, a Docker engine (a small wrapper script around the official
# image), Debian's package from a newer suite. Needs no root and leaves the system's apt configuration alone.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$here/say.sh"
. "$here/debian.sh"

min=2.10
dest=$root/.vigil/nats
image=${VIGIL_NATS_IMAGE:-nats:2.12-alpine}

# new_enough BINARY: can it be run, and is it new enough?
new_enough() {
  local version
  [ -n "$1" ] && [ -x "$1" ] || return 1
  version=$("$1" --version 2>/dev/null | sed -n 's/.*v\([0-9][0-9.]*\).*/\1/p')
  [ -n "$version" ] && [ "$(printf '%s\n%s\n' "$min" "$version" | sort -V | head -n 1)" = "$min" ]
}

# docker_wrapper: writes a script that behaves like nats-server and runs the image. Signals reach the server through `docker run`.
docker_wrapper() {
  local script=$dest/docker/nats-server
  mkdir -p "$dest/docker"
  cat >"$script" <<EOF
#!/bin/sh
exec docker run --rm --network host --user "\$(id -u):\$(id -g)" -v "$root/.vigil:$root/.vigil" --entrypoint nats-server $image "\$@"
EOF
  chmod +x "$script"
  docker image inspect "$image" >/dev/null 2>&1 || docker pull -q "$image" >/dev/null 2>&1 || return 1
  new_enough "$script" && printf '%s\n' "$script"
}

if [ -n "${NATS_SERVER_BIN:-}" ]; then
  new_enough "$NATS_SERVER_BIN" || fail "NATS_SERVER_BIN=$NATS_SERVER_BIN is not a nats-server of at least $min"
  printf '%s\n' "$NATS_SERVER_BIN"
  exit 0
fi
for candidate in "$dest/usr/sbin/nats-server" "$(command -v nats-server || true)" /usr/sbin/nats-server; do
  if new_enough "$candidate"; then
    printf '%s\n' "$candidate"
    exit 0
  fi
done
if [ "${1:-}" != --no-docker ] && docker_answers; then
  say "nats-server: none found, using the Docker image $image"
  if docker_wrapper; then exit 0; fi
  say "nats-server: the image $image cannot be had"
fi
if debian_here; then
  for suite in forky trixie; do
    say "nats-server: none of at least $min found, downloading Debian's package from '$suite' into .vigil/nats (no root needed)"
    if unpack_package "$suite" nats-server "$dest" && new_enough "$dest/usr/sbin/nats-server"; then
      say "nats-server: $("$dest/usr/sbin/nats-server" --version)"
      printf '%s\n' "$dest/usr/sbin/nats-server"
      exit 0
    fi
    say "nats-server: not available from '$suite'"
  done
fi
fail "no nats-server of at least $min. Put one on the PATH, name it with NATS_SERVER_BIN, start Docker, or point NATS_URL at a running server."
