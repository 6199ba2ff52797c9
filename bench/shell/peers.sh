# shellcheck shell=bash
# shellcheck disable=SC2154 # folder, root and postgres are bin/bench's
# The peers of `bin/bench peers`: each its own process on random ports, in its own folder, ended by
# its pid. Sets `peer_options` for the generator.

peer_options=()
peer_processes=()

install_peers() {
  local missing=() package
  for package in ejabberd erlang-p1-pgsql prosody lua-dbi-postgresql; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  command -v psql >/dev/null || missing+=(postgresql-client)
  [ "${#missing[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    cat >&2 <<TEXT
**********************************************************************
The peers can't be measured: ${missing[*]} not installed.
On Debian run bin/bench peers as root once, or install them yourself.
**********************************************************************
TEXT
    exit 2
  fi
  echo "installing ${missing[*]}" >&2
  install_quietly "${missing[@]}" || fail "The packages can't be installed." "$folder/apt.log"
}

# Packages of daemons start them unless a policy forbids it (invoke-rc.d(8)).
install_quietly() {
  local policy=/usr/sbin/policy-rc.d status=0
  local had_policy=1
  if [ ! -e "$policy" ]; then
    had_policy=0
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  {
    apt-get update -qq &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
  } >"$folder/apt.log" 2>&1 || status=$?
  [ "$had_policy" = 1 ] || rm -f "$policy"
  return "$status"
}

# configure TEMPLATE NAME PORT DATABASE_PORT
configure() {
  sed -e "s|@PORT@|$3|g" -e "s|@DATABASE_PORT@|$4|g" -e "s|@FOLDER@|$folder/$2|g" \
    "$root/bench/peers/$1" >"$folder/$2/$1"
}

# query DATABASE_PORT DATABASE OPTION...
query() {
  psql --quiet --no-psqlrc --host 127.0.0.1 --port "$1" --username postgres --dbname "$2" "${@:3}" \
    >/dev/null
}

# known_peer NAME PORT PID DATABASE_PORT VERSION
known_peer() {
  peer_processes+=("$3")
  peer_options+=("--$1" "127.0.0.1:$2" "--$1-pid" "$3" "--$1-postgres-pid" "$cluster"
    "--$1-database-url" "postgresql://postgres@127.0.0.1:$4/peer" "--$1-version" "$5")
  await_port "$2" "$3" "$1" "$folder/$1/output.log"
}

version_of() {
  dpkg-query --show --showformat '${Version}' "$1"
}

start_ejabberd() {
  local port database_port libraries
  port=$(free_port)
  database_port=$(free_port)
  start_cluster ejabberd "$database_port"
  query "$database_port" postgres --command "create database peer"
  query "$database_port" peer --file /usr/share/ejabberd/sql/pg.sql
  configure ejabberd.yml ejabberd "$port" "$database_port"
  libraries=$(dirname "$(dirname "$(dirname "$(dpkg -L ejabberd | grep '/ejabberd\.beam$')")")")
  # What ejabberdctl would run, without a distributed node and its name server. Schedulers that spin
  # while they wait would count as work, and take the database's processor.
  EJABBERD_CONFIG_PATH=$folder/ejabberd/ejabberd.yml EJABBERD_LOG_PATH=$folder/ejabberd/ejabberd.log \
    ERL_LIBS=$libraries HOME=$folder/ejabberd ERL_CRASH_DUMP_BYTES=0 \
    erl +K true +P 250000 +Q 65536 +sbwt none +sbwtdcpu none +sbwtdio none -noinput \
    -mnesia dir "\"$folder/ejabberd/mnesia\"" -s ejabberd >"$folder/ejabberd/output.log" 2>&1 &
  known_peer ejabberd "$port" "$!" "$database_port" "$(version_of ejabberd)"
}

start_prosody() {
  local port database_port
  port=$(free_port)
  database_port=$(free_port)
  start_cluster prosody "$database_port"
  query "$database_port" postgres --command "create database peer"
  configure prosody.cfg.lua prosody "$port" "$database_port"
  prosody --config "$folder/prosody/prosody.cfg.lua" -F >"$folder/prosody/output.log" 2>&1 &
  known_peer prosody "$port" "$!" "$database_port" "$(version_of prosody)"
}

stop_peers() {
  local pid
  for pid in "${peer_processes[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  stop_clusters
}
