#!/usr/bin/env bash
# Finds or obtains ClickHouse and prints how to run it, as one line:
#
#   binary PATH     a clickhouse executable (or a wrapper around the Docker image)
#   library PATH    libchdb.so, a whole ClickHouse as a shared library
#   none            nothing was found: the stack runs without, events wait in the stream
#
#   clickhouse.sh [--library]     --library: only the library will do (tests start it themselves)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$here/say.sh"

dest=$root/.vigil/clickhouse
image=${VIGIL_CLICKHOUSE_IMAGE:-clickhouse/clickhouse-server:26.2}
only_library=${1:-}

# Pinned: other releases of the package cannot open the HTTP port.
version=26.7.3-stable.1

package() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) printf '@chdb/lib-linux-x64-gnu' ;;
    Linux-aarch64) printf '@chdb/lib-linux-arm64-gnu' ;;
    Darwin-arm64) printf '@chdb/lib-darwin-arm64' ;;
    *) return 1 ;;
  esac
}

# from_npm: prints the path of the library, after installing the package if it is not there yet.
from_npm() {
  local name library
  name=$(package) || return 1
  library=$dest/node_modules/$name/libchdb.so
  if [ ! -f "$library" ] || [ "$(cat "$dest/version" 2>/dev/null || true)" != "$version" ]; then
    have npm || return 1
    say "ClickHouse: installing the library $name@$version into .vigil/clickhouse (180 MB to download, 570 MB on disk; once)"
    mkdir -p "$dest"
    npm install --prefix "$dest" --ignore-scripts --no-audit --no-fund --loglevel=error "$name@$version" >&2 || return 1
    printf '%s\n' "$version" >"$dest/version"
  fi
  [ -f "$library" ] && printf '%s\n' "$library"
}

# docker_wrapper: writes a script that behaves like the clickhouse executable and runs the image.
docker_wrapper() {
  local script=$dest/docker/clickhouse
  docker image inspect "$image" >/dev/null 2>&1 || docker pull -q "$image" >/dev/null 2>&1 || return 1
  mkdir -p "$dest/docker"
  cat >"$script" <<EOF
#!/bin/sh
exec docker run --rm --network host --user "\$(id -u):\$(id -g)" -v "$root/.vigil:$root/.vigil" --entrypoint clickhouse $image "\$@"
EOF
  chmod +x "$script"
  printf '%s\n' "$script"
}

if [ -n "${CHDB_LIBCHDB_PATH:-}" ]; then
  [ -f "$CHDB_LIBCHDB_PATH" ] || fail "CHDB_LIBCHDB_PATH=$CHDB_LIBCHDB_PATH does not exist"
  printf 'library %s\n' "$CHDB_LIBCHDB_PATH"
  exit 0
fi
if [ "$only_library" != --library ]; then
  binary=$(command -v clickhouse || command -v clickhouse-server || true)
  # Debian's own package (18.16) is far too old for today's drivers.
  if [ -n "$binary" ] && major=$("$binary" --version 2>/dev/null | sed -n 's/.*version \([0-9]*\)\..*/\1/p') && [ "${major:-0}" -ge 24 ]; then
    printf 'binary %s\n' "$binary"
    exit 0
  fi
  if docker_answers; then
    say "ClickHouse: none found, using the Docker image $image"
    if script=$(docker_wrapper); then
      printf 'binary %s\n' "$script"
      exit 0
    fi
    say "ClickHouse: the image $image cannot be had"
  fi
fi
if library=$(from_npm); then
  printf 'library %s\n' "$library"
  exit 0
fi
say "ClickHouse: none found. Set CLICKHOUSE_URL, put clickhouse on the PATH, start Docker, or install npm."
printf 'none\n'
