# Shared by the scripts of this folder: sourced, never run. Messages go to stderr, so that stdout can carry a result.

say() { printf 'vigil: %s\n' "$*" >&2; }

fail() {
  printf 'vigil: %s\n' "$*" >&2
  exit 1
}

# have COMMAND: is it on the PATH?
have() { command -v "$1" >/dev/null 2>&1; }

# docker_answers: is there a Docker engine that we may use?
docker_answers() { [ "${VIGIL_DOCKER:-auto}" != off ] && have docker && timeout 5 docker info >/dev/null 2>&1; }
