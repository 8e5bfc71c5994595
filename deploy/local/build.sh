# Builds what is missing or older than its sources. Sourced by `vigil`; needs root, jdk and say.sh. In an unpacked archive of
# `./vigil dist` there are no sources, and everything is built.

services="vigil-api detection-worker pii-worker arbiter-worker logging-worker"

# newer_sources STAMP PATH...: is anything among these sources newer than the stamp?
newer_sources() {
  local stamp=$1
  shift
  [ -f "$root/pom.xml" ] || return 1
  [ ! -f "$stamp" ] || [ -n "$(find "$@" -newer "$stamp" -type f \( -path '*/src/main/*' -o -name pom.xml \) -not -path '*/target/*' -print -quit 2>/dev/null)" ]
}

# maven_build NAME MODULES: packages modules and what they need; shows one line per module, the rest is in the log.
maven_build() {
  [ -f "$root/pom.xml" ] || fail "this archive has no sources: something is missing from it, or it does not have this command"
  local name=$1 modules=$2 log=$root/.vigil/log/build.log stamp=$root/.vigil/built-$1
  have mvn || fail "Maven (mvn) is not on the PATH: install it (Debian: apt-get install maven)"
  mkdir -p "$root/.vigil/log"
  touch "$stamp.new"
  say "building $name (first time: a few minutes, dependencies are downloaded); log: .vigil/log/build.log"
  if ! (cd "$root" && JAVA_HOME=$jdk mvn --batch-mode -Dmaven.test.skip=true -Dspotless.check.skip=true -pl "$modules" -am package 2>&1) |
    tee "$log" | sed -un 's/^\[INFO\] Building \(Vigil.*\|.*orker.*\) \[\([0-9]*\/[0-9]*\)\]$/  \2 \1/p' >&2; then
    grep -E '^\[(ERROR\]|WARNING\] .*\.java:)' "$log" | head -n 20 >&2
    fail "the build failed; see .vigil/log/build.log"
  fi
  mv "$stamp.new" "$stamp"
  rm -f "$root/.vigil/cli.jsa"
}

# build_cli: the command line only.
build_cli() {
  if [ ! -d "$root/vigil-cli/target/lib" ] || newer_sources "$root/.vigil/built-cli" "$root/pom.xml" "$root/vigil-cli" "$root/vigil-common"; then
    maven_build cli vigil-cli
  fi
}

# build_eval: the evaluation and the engines that it measures.
build_eval() {
  local engines="vigil-common vigil-cli detection-worker pii-worker arbiter-worker vigil-eval" module sources=()
  for module in $engines; do sources+=("$root/$module"); done
  if [ ! -d "$root/vigil-eval/target/lib" ] || newer_sources "$root/.vigil/built-eval" "$root/pom.xml" "${sources[@]}"; then
    maven_build eval vigil-eval
  fi
}

# build_all: the command line and every service.
build_all() {
  local service missing=
  for service in $services; do
    ls "$root/$service"/target/*-exec.jar >/dev/null 2>&1 || missing=1
  done
  if [ -n "$missing" ] || newer_sources "$root/.vigil/built-all" "$root"; then
    maven_build all "vigil-cli,${services// /,}"
    touch -r "$root/.vigil/built-all" "$root/.vigil/built-cli"
  fi
}
