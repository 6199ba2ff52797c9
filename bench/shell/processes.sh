# shellcheck shell=bash
# What bin/bench needs of processes and ports. To be sourced; `folder` is the run's own.

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 10000)) # below the ports that outgoing connections take
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# The process that serves: bin/serve itself when it has become Java, or the Java it started.
java_of() {
  local pid=$1 child children=()
  if [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = java ]; then
    echo "$pid"
    return
  fi
  read -ra children 2>/dev/null <"/proc/$pid/task/$pid/children" || true
  for child in "${children[@]}"; do
    java_of "$child"
  done
}

# fail SENTENCE [LOG]
fail() {
  echo "$1" >&2
  [ -z "${2:-}" ] || tail -n 30 "$2" >&2
  exit 1
}

# await_port PORT PID NAME LOG
await_port() {
  local attempt
  for attempt in $(seq 300); do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    kill -0 "$2" 2>/dev/null || fail "$3 has ended." "$4"
    sleep 0.1
  done
  fail "$3 does not answer on port $1 (attempt $attempt)." "$4"
}
