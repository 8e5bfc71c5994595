#!/usr/bin/env bash
# Makes the secrets that the compose files need and writes them into .env (git-ignored, readable for you alone). What is there
# stays: run it again after an upgrade, it adds what is new. Delete a line and run it to rotate that secret.
#
#   deploy/secrets.sh [FILE]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
file=${1:-$here/../.env}
umask 077
touch "$file"
chmod 600 "$file"

# random BYTES: hexadecimal, from the kernel.
random() { od -An -v -tx1 -N "$1" /dev/urandom | tr -d ' \n'; }

# secret NAME VALUE: adds it where it is missing.
secret() {
  if ! grep -q "^$1=." "$file"; then
    sed -i.bak "/^$1=/d" "$file" && rm -f "$file.bak"
    printf '%s=%s\n' "$1" "$2" >>"$file"
    printf 'vigil: made %s\n' "$1" >&2
  fi
}

# A letter first: nats-server reads "1e5" in its configuration as a number.
for user in VIGIL_API DETECTION_WORKER PII_WORKER ARBITER_WORKER LOGGING_WORKER OPERATOR MONITOR CLUSTER; do
  secret "NATS_PASS_$user" "v$(random 24)"
done
secret CLICKHOUSE_PASSWORD "v$(random 24)"
secret REDIS_PASSWORD "v$(random 24)"
secret GRAFANA_PASSWORD "v$(random 16)"
# 32 bytes in base64: encrypts the values behind reversible tokens.
secret VIGIL_PII_KEY "$(head -c 32 /dev/urandom | base64 | tr -d '\n')"
# Hashes the API keys. Rotating it makes every key invalid.
secret VIGIL_KEYS_PEPPER "$(head -c 32 /dev/urandom | base64 | tr -d '\n')"
# The first API key, for making the others.
secret VIGIL_ADMIN_KEY "vg_live_$(random 24)"
