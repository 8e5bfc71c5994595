#!/usr/bin/env bash
# For a machine that has a Docker engine but cannot pull images: builds stand-ins, under the public images' names, out of what the
# machine has. They are good enough to try the compose files, and for nothing else.
#
#   deploy/local/stand-in-images.sh
#
# Needs: busybox (static), bash, a JDK 25, redis-server; nats-server and ClickHouse as `./vigil test` obtains them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$here/say.sh"
. "$here/jdk.sh"

docker_answers || fail "no Docker engine answers"
busybox=$(command -v busybox) || fail "busybox is not on the PATH (Debian: apt-get install busybox-static)"
jdk=$(find_jdk) || fail "no JDK 25 or newer found"
redis=$(command -v redis-server) || fail "redis-server is not on the PATH (Debian: apt-get install redis-server)"
nats=$("$here/nats-server.sh" --no-docker)
library=$("$here/clickhouse.sh" --library)
library=${library#library }
[ -f "$library" ] || fail "no libchdb.so"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# place ROOT FILE...: copies programs to the same place below ROOT, with the libraries that they are linked to.
place() {
  local into=$1 file library
  shift
  for file in "$@"; do
    for library in "$file" $(ldd "$file" 2>/dev/null | grep -o '/[^ )]*' || true); do
      mkdir -p "$into$(dirname "$library")"
      [ -e "$into$library" ] || cp -L "$library" "$into$library"
    done
  done
}

# userland ROOT: a shell, small tools, names.
userland() {
  local into=$1 tool
  mkdir -p "$into/bin" "$into/usr/bin" "$into/etc" "$into/tmp" "$into/data" "$into/run"
  chmod 1777 "$into/tmp"
  cp "$busybox" "$into/bin/busybox"
  for tool in $("$busybox" --list | grep -vx "busybox\|bash"); do ln -sf /bin/busybox "$into/bin/$tool"; done
  place "$into" "$(command -v bash)"
  ln -sf "$(command -v bash)" "$into/bin/bash" 2>/dev/null || true
  [ -s "$into/bin/bash" ] || cp -L "$(command -v bash)" "$into/bin/bash"
  printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n' >"$into/etc/passwd"
  printf 'root:x:0:\nnogroup:x:65534:\n' >"$into/etc/group"
  printf 'hosts: files dns\n' >"$into/etc/nsswitch.conf"
}

# build TAG ROOT LINE...: an image of a directory.
build() {
  local tag=$1 into=$2
  shift 2
  { printf 'FROM scratch\nCOPY root /\nENV PATH=/usr/local/bin:/usr/local/sbin:/opt/java/bin:/usr/bin:/bin\n'; printf '%s\n' "$@"; } >"$work/Dockerfile"
  rm -rf "$work/root"
  mv "$into" "$work/root"
  say "stand-in image $tag"
  DOCKER_BUILDKIT=0 docker build -q -t "$tag" -f "$work/Dockerfile" "$work" >/dev/null 2>"$work/build.log" || { cat "$work/build.log" >&2; fail "$tag could not be built"; }
}

# The plain system: what a program of C needs, and ONNX's libraries of C++.
userland "$work/plain"
libraries=$(ldconfig -p | sed -n 's/.*=> \(.*lib\(stdc++.so.6\|gcc_s.so.1\|m.so.6\|dl.so.2\|pthread.so.0\|rt.so.1\|z.so.1\|resolv.so.2\|nss_dns.so.2\|nss_files.so.2\)\)$/\1/p' | grep -v '/lib32\|i386' | sort -u)
for file in $libraries; do place "$work/plain" "$file"; done
cp -a "$work/plain" "$work/jdk" && cp -a "$work/plain" "$work/clickhouse"
build debian:trixie-slim "$work/plain" 'CMD ["bash"]'

mkdir -p "$work/jdk/opt"
cp -aL "$jdk" "$work/jdk/opt/java"
for file in "$work"/jdk/opt/java/bin/java "$work"/jdk/opt/java/lib/libfontmanager.so; do
  for needed in $(ldd "$file" 2>/dev/null | grep -o '/[^ )]*' | grep -v '/opt/java' || true); do place "$work/jdk" "$needed"; done
done
cp -a "$work/jdk/opt" "$work/clickhouse/"
build eclipse-temurin:25-jdk "$work/jdk" 'ENV JAVA_HOME=/opt/java' 'CMD ["bash"]'

userland "$work/nats"
place "$work/nats" "$nats"
mkdir -p "$work/nats/usr/local/bin"
cp -L "$nats" "$work/nats/usr/local/bin/nats-server"
build nats:2.12-alpine "$work/nats" 'EXPOSE 4222 6222 8222' 'ENTRYPOINT ["/usr/local/bin/nats-server"]'

userland "$work/redis"
place "$work/redis" "$redis" "$(command -v redis-cli)"
build redis:8-alpine "$work/redis" 'EXPOSE 6379' 'CMD ["redis-server"]'

mkdir -p "$work/clickhouse/opt/door" "$work/clickhouse/var/lib/clickhouse"
cp "$library" "$work/clickhouse/opt/libchdb.so"
cp "$here/stand-in/ClickHouseDoor.java" "$work/clickhouse/opt/door/"
(cd "$work/clickhouse/opt/door" && "$jdk/bin/javac" -d . ClickHouseDoor.java)
mkdir -p "$work/clickhouse/opt/engine"
for module in "$root"/vigil-clickhouse-local/target/classes; do cp -r "$module/." "$work/clickhouse/opt/engine/"; done
cat >"$work/clickhouse/bin/entry" <<'END'
#!/bin/bash
java -Xmx64m -XX:TieredStopAtLevel=1 -cp /opt/door ClickHouseDoor 8123 8124 &
exec java -Xrs -Xmx32m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp /opt/engine \
  io.vigil.clickhouse.local.EmbeddedClickHouse /opt/libchdb.so /var/lib/clickhouse 8124 detached
END
chmod +x "$work/clickhouse/bin/entry"
build clickhouse/clickhouse-server:26.2 "$work/clickhouse" 'EXPOSE 8123' 'ENTRYPOINT ["/bin/entry"]'
