# shellcheck shell=bash
# shellcheck disable=SC2154 # folder, root and postgres are bin/bench's
# PostgreSQL for the peers: the same programs as our own server's, with the very options, so that no
# peer can be said to sit on a slower or a safer database.

clusters=()
options=()

# PostgreSQL refuses to run as root, and so do as the server does: be root of nothing.
as_nobody_special() {
  if [ "$(id -u)" = 0 ]; then
    unshare --user "$@"
  else
    "$@"
  fi
}

# Sets `programs` and `options` from the running PostgreSQL $postgres.
learn_from_ours() {
  local words word
  programs=$(dirname "$(readlink "/proc/$postgres/exe")")
  mapfile -d '' -t words <"/proc/$postgres/cmdline"
  words=("${words[@]:1}")
  options=()
  while [ "${#words[@]}" -gt 0 ]; do
    word=${words[0]}
    case $word in
      -D | -p) words=("${words[@]:2}") && continue ;;
    esac
    options+=("$word")
    words=("${words[@]:1}")
  done
}

# For programs of the caller's: what our server gives the PostgreSQL that it brings along.
set_our_options() {
  local setting
  options=()
  for setting in listen_addresses=127.0.0.1 unix_socket_directories= max_connections=100 fsync=on \
    synchronous_commit=on full_page_writes=on shared_buffers=256MB wal_buffers=16MB wal_compression=on \
    max_wal_size=2GB checkpoint_timeout=15min random_page_cost=1.1 jit=off \
    max_parallel_workers_per_gather=0; do
    options+=(-c "$setting")
  done
}

# start_cluster NAME PORT, of `programs` with `options`
start_cluster() {
  local data=$folder/$1/postgres locale=(--locale C.UTF-8) version
  version=$("$programs/postgres" --version | grep -oE '[0-9]+' | head -n 1)
  [ "$version" -lt 17 ] || locale+=(--locale-provider builtin --builtin-locale C.UTF-8)
  mkdir -p "$data"
  as_nobody_special "$programs/initdb" -D "$data" -U postgres --auth trust --encoding UTF8 \
    "${locale[@]}" >"$folder/$1/initdb.log" 2>&1 ||
    fail "initdb failed." "$folder/$1/initdb.log"
  as_nobody_special "$programs/postgres" -D "$data" -p "$2" "${options[@]}" \
    >"$folder/$1/postgres.log" 2>&1 &
  await_port "$2" "$!" "$1's PostgreSQL" "$folder/$1/postgres.log"
  # Not $!, which is the shell around it.
  cluster=$(sed -n 1p "$data/postmaster.pid")
  clusters+=("$cluster")
}

# Their files go right after, so that nothing needs to be written first.
stop_clusters() {
  local pid
  for pid in "${clusters[@]}"; do
    while [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = postgres ]; do
      kill -QUIT "$pid" 2>/dev/null || true
      sleep 0.1
    done
  done
}
