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

# apt_sources SUITE DIR: the machine's own Debian sources, pointing at another suite.
apt_sources() {
  local suite=$1 parts=$2 current file
  current=$(. /etc/os-release && printf %s "${VERSION_CODENAME:-}")
  [ -n "$current" ] || return 1
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -r "$file" ] || continue
    awk -v cur="$current" -v new="$suite" 'BEGIN { RS = ""; FS = "\n" }
      { keep = 0; out = ""
        for (i = 1; i <= NF; i++) { line = $i
          if (line ~ /^#/) continue
          if (line ~ /^Enabled:[ \t]*no/) { keep = 0; break }
          if (line ~ /^Suites:/) { n = split(substr(line, 8), w, /[ \t]+/); for (j = 1; j <= n; j++) if (w[j] == cur) keep = 1; line = "Suites: " new }
          if (line ~ /^Types:/) line = "Types: deb"
          out = out line "\n" }
        if (keep) print out }' "$file" >"$parts/$(basename "$file")"
    [ -s "$parts/$(basename "$file")" ] || rm -f "$parts/$(basename "$file")"
  done
  { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null || true; } |
    awk -v cur="$current" -v new="$suite" '$1 == "deb" { k = 2
      if ($2 ~ /^\[/) { while ($k !~ /\]$/) k++; k++ }
      if ($(k + 1) == cur) { $(k + 1) = new; print } }' >"$parts/one-line.list"
  [ -s "$parts/one-line.list" ] || rm -f "$parts/one-line.list"
  [ -n "$(ls "$parts")" ]
}

# from_apt SUITE: downloads the package with a configuration of its own and unpacks it.
from_apt() (
  suite=$1
  tmp=$(mktemp -d)
  trap 'rm -rf "$tmp"' EXIT
  chmod 755 "$tmp"
  mkdir -p "$tmp/parts" "$tmp/lists/partial" "$tmp/cache/archives/partial" "$tmp/download"
  apt_sources "$suite" "$tmp/parts" || exit 1
  # Read after the system's own files, so that a proxy set there still holds and its hooks do not run.
  cat >"$tmp/apt.conf" <<EOF
Dir::Etc::sourcelist "/dev/null"; Dir::Etc::sourceparts "$tmp/parts";
Dir::Etc::preferences "/dev/null"; Dir::Etc::preferencesparts "/dev/null";
Dir::State::lists "$tmp/lists"; Dir::Cache "$tmp/cache"; Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache "";
Acquire::Languages "none"; APT::Get::List-Cleanup "false"; APT::Sandbox::User ""; Acquire::Retries "3";
#clear APT::Update::Pre-Invoke; #clear APT::Update::Post-Invoke; #clear APT::Update::Post-Invoke-Success;
#clear Acquire::IndexTargets::deb::DEP-11; #clear Acquire::IndexTargets::deb::Contents-deb;
EOF
  apt-get -qq -c "$tmp/apt.conf" update >&2 || exit 1
  (cd "$tmp/download" && apt-get -qq -c "$tmp/apt.conf" download nats-server >&2) || exit 1
  rm -rf "$dest/usr"
  mkdir -p "$dest"
  dpkg-deb -x "$tmp"/download/nats-server_*.deb "$dest"
)

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
if have apt-get && have dpkg-deb; then
  for suite in forky trixie; do
    say "nats-server: none of at least $min found, downloading Debian's package from '$suite' into .vigil/nats (no root needed)"
    if from_apt "$suite" && new_enough "$dest/usr/sbin/nats-server"; then
      say "nats-server: $("$dest/usr/sbin/nats-server" --version)"
      printf '%s\n' "$dest/usr/sbin/nats-server"
      exit 0
    fi
    say "nats-server: not available from '$suite'"
  done
fi
fail "no nats-server of at least $min. Put one on the PATH, name it with NATS_SERVER_BIN, start Docker, or point NATS_URL at a running server."
