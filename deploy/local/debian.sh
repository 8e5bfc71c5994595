# Debian packages without root, from the machine's own sources: sourced, never run. The system's apt configuration stays alone.

# debian_here: is this a machine where unpack_package can work?
debian_here() { have apt-get && have dpkg-deb; }

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

# unpack_package SUITE PACKAGE DEST: downloads a package with a configuration of its own and unpacks it. DEST/usr is replaced.
unpack_package() (
  suite=$1 package=$2 dest=$3
  tmp=$(mktemp -d)
  trap 'rm -rf "$tmp"' EXIT
  chmod 755 "$tmp"
  mkdir -p "$tmp/parts" "$tmp/lists/partial" "$tmp/cache/archives/partial" "$tmp/download"
  : >"$tmp/status"
  apt_sources "$suite" "$tmp/parts" || exit 1
  # Read after the system's own files, so that a proxy set there still holds and its hooks do not run.
  cat >"$tmp/apt.conf" <<EOF
Dir::Etc::sourcelist "/dev/null"; Dir::Etc::sourceparts "$tmp/parts";
Dir::Etc::preferences "/dev/null"; Dir::Etc::preferencesparts "/dev/null";
Dir::State::lists "$tmp/lists"; Dir::State::status "$tmp/status"; Dir::Cache "$tmp/cache"; Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache "";
Acquire::Languages "none"; APT::Get::List-Cleanup "false"; APT::Sandbox::User ""; Acquire::Retries "3";
#clear APT::Update::Pre-Invoke; #clear APT::Update::Post-Invoke; #clear APT::Update::Post-Invoke-Success;
#clear Acquire::IndexTargets::deb::DEP-11; #clear Acquire::IndexTargets::deb::Contents-deb;
EOF
  apt-get -qq -c "$tmp/apt.conf" update >&2 || exit 1
  (cd "$tmp/download" && apt-get -qq -c "$tmp/apt.conf" download "$package" >&2) || exit 1
  rm -rf "$dest/usr"
  mkdir -p "$dest"
  dpkg-deb -x "$tmp"/download/"$package"_*.deb "$dest"
)
