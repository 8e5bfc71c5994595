# Runs every test against real servers. Sourced by `vigil`; needs root, jdk and say.sh.

# summary STAMP: one line per module, from the surefire reports written since.
summary() {
  local since=$1 module
  printf '\n%-24s %7s %9s %7s %8s\n' module tests failures errors skipped
  for module in "$root"/*/target/surefire-reports; do
    [ -d "$module" ] || continue
    find "$module" -name 'TEST-*.xml' -newer "$since" -exec sed -n 's/.*<testsuite .*/&/p' {} + |
      awk -v name="$(basename "$(dirname "$(dirname "$module")")")" '
        function field(key) { return match($0, " " key "=\"[0-9]+\"") ? substr($0, RSTART + length(key) + 3, RLENGTH - length(key) - 4) : 0 }
        { t += field("tests"); f += field("failures"); e += field("errors"); s += field("skipped") }
        END { if (t) printf "%-24s %7d %9d %7d %8d\n", name, t, f, e, s }'
  done
}

# run_tests [MAVEN ARGUMENTS]: obtains the servers, runs `mvn verify`, prints a summary; the result is Maven's.
run_tests() {
  local nats library tool status=0 stamp=$root/.vigil/test-started log=$root/.vigil/log/test.log started=$SECONDS
  [ -f "$root/pom.xml" ] || fail "this is an unpacked archive: the tests are in the sources"
  have mvn || fail "Maven (mvn) is not on the PATH: install it (Debian: apt-get install maven)"
  mkdir -p "$root/.vigil/log"
  nats=$("$root/deploy/local/nats-server.sh" --no-docker)
  say "nats-server for the tests: $nats"
  library=$("$root/deploy/local/clickhouse.sh" --library)
  case $library in
    library\ *)
      export CHDB_LIBCHDB_PATH=${library#library }
      say "ClickHouse for the tests: $CHDB_LIBCHDB_PATH"
      ;;
    *) say "no ClickHouse library: tests that need ClickHouse are skipped, and say so" ;;
  esac
  if tool=$("$root/deploy/local/promtool.sh"); then
    export PROMTOOL_BIN=$tool
  else
    say "no promtool: the tests of the alert rules are skipped, and say so"
  fi
  if tool=$("$root/deploy/local/kubectl.sh"); then
    export KUBECTL_BIN=$tool
  else
    say "no kubectl: the overlays of deploy/k8s are not built, and the tests say so"
  fi
  touch "$stamp"
  (cd "$root" && JAVA_HOME=$jdk NATS_SERVER_BIN=$nats mvn --batch-mode --fail-at-end "$@" verify 2>&1) | tee "$log" || status=$?
  summary "$stamp"
  if [ "$status" -eq 0 ]; then
    say "all tests passed in $((SECONDS - started)) s; log: .vigil/log/test.log"
  else
    say "TESTS FAILED after $((SECONDS - started)) s; log: .vigil/log/test.log"
  fi
  return "$status"
}
