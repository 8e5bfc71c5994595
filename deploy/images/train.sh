# The training run of an image: starts the service beside a nats-server of its own until it is ready, then stops it; the virtual
# machine then writes what it loaded to /vigil.aot (JEP 514).
set -eu
export SERVER_PORT=18080 NATS_SERVERS=nats://127.0.0.1:14222
# A gateway needs one to start. It is in no image: this stage is thrown away.
export VIGIL_KEYS_PEPPER=for-the-training-run-of-an-image-only
nats-server --jetstream --store_dir /tmp/nats --addr 127.0.0.1 --port 14222 >/tmp/nats.log 2>&1 &
nats=$!
java -XX:AOTCacheOutput=/vigil.aot -jar /app/vigil.jar >/tmp/service.log 2>&1 &
service=$!
for _ in $(seq 120); do
  if /app/healthy 2>/dev/null; then break; fi
  kill -0 "$service" || { cat /tmp/service.log /tmp/nats.log >&2; exit 1; }
  sleep 1
done
kill -TERM "$service"
wait "$service" || true
kill "$nats"
wait "$nats" || true
[ -s /vigil.aot ] || { cat /tmp/service.log >&2; exit 1; }
chmod 644 /vigil.aot
