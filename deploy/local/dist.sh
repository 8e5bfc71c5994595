# Makes an archive that runs without Maven and without the sources. Sourced by `vigil`; needs root, jdk, say.sh and build.sh.

# vulnerable parts are found by others from the SBOM; licences are listed here, and one that nobody knows stops the release.
reports() {
  local log=$root/.vigil/log/reports.log
  say "writing the SBOM and the list of licences; log: .vigil/log/reports.log"
  (cd "$root" && JAVA_HOME=$jdk mvn --batch-mode org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom \
    org.codehaus.mojo:license-maven-plugin:aggregate-add-third-party) >"$log" 2>&1 || {
    grep -E '^\[ERROR\]' "$log" | head -n 10 >&2
    fail "no SBOM or list of licences; see .vigil/log/reports.log"
  }
}

# dist: writes .vigil/dist/vigil-VERSION.tar.gz. Two runs on one commit give the same bytes.
dist() {
  local version name stage archive service file
  [ -f "$root/pom.xml" ] || fail "this is an unpacked archive already"
  build_all
  reports
  version=$(sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p' "$root/pom.xml" | head -n 1)
  name=vigil-${version%-SNAPSHOT}
  stage=$root/.vigil/dist/$name
  archive=$root/.vigil/dist/$name.tar.gz
  rm -rf "$stage"
  mkdir -p "$stage/target" "$stage/vigil-cli/target/lib"
  for file in vigil README.md CHANGELOG.md SECURITY.md UPGRADING.md LICENSE NOTICE docs deploy docker-compose.nats.yml docker-compose.workers.yml docker-compose.tls.yml .dockerignore; do
    [ ! -e "$root/$file" ] || cp -R "$root/$file" "$stage/"
  done
  rm -rf "$stage/deploy/nats/certificates"
  for service in $services; do
    mkdir -p "$stage/$service/target"
    cp "$root/$service"/target/*-exec.jar "$stage/$service/target/"
  done
  cp "$root"/vigil-cli/target/vigil-cli-*.jar "$stage/vigil-cli/target/"
  cp "$root"/vigil-cli/target/lib/*.jar "$stage/vigil-cli/target/lib/"
  cp "$root/target/bom.json" "$stage/target/bom.json"
  cp "$root/target/generated-sources/license/THIRD-PARTY.txt" "$stage/THIRD-PARTY.txt"
  tar -C "$root/.vigil/dist" --sort=name --mtime='2026-11-21 00:00:00Z' --owner=0 --group=0 --numeric-owner -cf - "$name" | gzip -n -6 >"$archive"
  (cd "$root/.vigil/dist" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
  rm -rf "$stage"
  say "$(wc -c <"$archive" | awk '{ printf "%d MB", $1 / 1000000 }'): .vigil/dist/$name.tar.gz (and its SHA-256 beside it)"
}
