# shellcheck shell=bash
# shellcheck disable=SC2154 # folder, root and postgres are bin/bench's
# PostgreSQL for the peers: the programs that our own server unpacked, with the very options that it
# starts them with, so that no peer can be said to sit on a slower or a safer database.

clusters=()

# PostgreSQL refuses to run as root, and so do as the server does: be root of nothing.
as_nobody_special() {
  if [ "$(id -u)" = 0 ]; then
    unshare --user "$@"
  else
    "$@"
  fi
}

# start_cluster NAME PORT, beside the running PostgreSQL $postgres; makes an empty database "peer"
start_cluster() {
  local data=$folder/$1/postgres programs options=() words word
  programs=$(dirname "$(readlink "/proc/$postgres/exe")")
  mapfile -d '' -t words <"/proc/$postgres/cmdline"
  words=("${words[@]:1}")
  while [ "${#words[@]}" -gt 0 ]; do
    word=${words[0]}
    case $word in
      -D | -p) words=("${words[@]:2}") && continue ;;
    esac
    options+=("$word")
    words=("${words[@]:1}")
  done
  mkdir -p "$data"
  as_nobody_special "$programs/initdb" -D "$data" -U postgres --auth trust --encoding UTF8 \
    --locale C.UTF-8 --locale-provider builtin --builtin-locale C.UTF-8 >"$folder/$1/initdb.log" 2>&1 ||
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
