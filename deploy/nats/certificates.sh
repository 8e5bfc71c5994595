#!/usr/bin/env bash
# Makes certificates for TLS between services and NATS: an authority of your own, one server certificate, one client certificate.
#
#   deploy/nats/certificates.sh DIRECTORY [SERVER NAME OR ADDRESS ...]
#
# Writes ca.pem, server.pem, server-key.pem, client.pem, client-key.pem. Run again, it keeps the authority and renews the others
# (rotation): then `kill -HUP` the servers; services read the files at their next connection. With --new-authority the authority is
# new as well; the old one stays trusted in ca.pem beside it until you remove it. Where you have an authority, use yours instead.
set -euo pipefail

new_authority=
if [ "${1:-}" = --new-authority ]; then
  new_authority=1
  shift
fi
[ $# -ge 1 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 64; }
directory=$1
shift
names=("$@")
[ ${#names[@]} -gt 0 ] || names=(nats-0 nats-1 nats-2 localhost 127.0.0.1)
command -v openssl >/dev/null || { echo "openssl is not on the PATH" >&2; exit 1; }
umask 077
mkdir -p "$directory"
cd "$directory"

sans=
for name in "${names[@]}"; do
  case $name in *[!0-9.]*) sans+="DNS:$name," ;; *) sans+="IP:$name," ;; esac
done

# key FILE: a P-256 key in PKCS #8.
key() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1" 2>/dev/null || openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"; }

if [ -n "$new_authority" ] || [ ! -f ca-key.pem ]; then
  key ca-key.pem
  openssl req -x509 -new -key ca-key.pem -sha256 -days 3650 -subj "/CN=vigil authority $(date -u +%Y-%m-%dT%H:%M:%SZ)" \
    -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign,cRLSign" -out ca-current.pem
  # Newest first. What the old authority signed is good until it is removed here.
  cat ca-current.pem $([ -f ca.pem ] && echo ca.pem) >ca.pem.new
  cat ca.pem.new >ca.pem
  rm -f ca.pem.new
fi

# certificate NAME USAGE [SANS]: a key and a certificate for 90 days. Written into the same files: a container sees the file that was
# mounted, not one that took its name.
certificate() {
  key "$1-key.pem.new"
  openssl req -new -key "$1-key.pem.new" -subj "/CN=vigil $1" -out "$1.csr"
  printf 'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature\nextendedKeyUsage=%s\n%s' "$2" "${3:+subjectAltName=$3}" >"$1.ext"
  openssl x509 -req -in "$1.csr" -CA ca-current.pem -CAkey ca-key.pem -CAcreateserial -sha256 -days 90 -extfile "$1.ext" -out "$1.pem.new" 2>/dev/null
  cat "$1-key.pem.new" >"$1-key.pem"
  cat "$1.pem.new" >"$1.pem"
  rm -f "$1-key.pem.new" "$1.pem.new" "$1.csr" "$1.ext"
}
# A node is server to its clients and client to the other nodes.
certificate server serverAuth,clientAuth "${sans%,}"
certificate client clientAuth
# The directory is closed to others; containers, which are other users, get these files mounted one by one.
chmod 644 ca.pem server.pem server-key.pem client.pem client-key.pem
