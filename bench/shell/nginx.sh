# Starting nginx over the server's own files; sourced by bin/bench.
# shellcheck shell=bash disable=SC2154,SC2034 # the folder and the option are the sourcing script's

nginx=
nginx_option=()

# The program alone, out of its package: an installed one would also start a server on port 80.
nginx_program() {
  command -v nginx || { [ -x /usr/sbin/nginx ] && echo /usr/sbin/nginx; } || {
    mkdir "$folder/packages"
    cd "$folder/packages" || return
    apt-get download nginx >&2 && dpkg-deb -x nginx_*.deb . && echo "$PWD/usr/sbin/nginx"
  }
}

# Serves the server's own folder, with nothing between the file and the network.
start_nginx() {
  local program
  if ! program=$(nginx_program); then
    echo "there is no nginx to compare with" >&2
    return
  fi
  nginx_port=$(free_port)
  mkdir "$folder/nginx"
  # Its workers would otherwise change to a user who may not read the folder.
  [ "$(id -u)" != 0 ] || echo "user root;" >"$folder/nginx/nginx.conf"
  cat >>"$folder/nginx/nginx.conf" <<END
daemon off; pid $folder/nginx/pid; error_log $folder/nginx/error.log; worker_processes 2;
events {}
http {
  access_log off; sendfile on; tcp_nopush on; default_type application/octet-stream;
  client_body_temp_path $folder/nginx/body; proxy_temp_path $folder/nginx/proxy;
  fastcgi_temp_path $folder/nginx/fastcgi; uwsgi_temp_path $folder/nginx/uwsgi;
  scgi_temp_path $folder/nginx/scgi;
  server {
    listen 127.0.0.1:$nginx_port;
    location /uploads/messages/ { alias $folder/data/storage/messages/; }
  }
}
END
  "$program" -p "$folder/nginx" -c "$folder/nginx/nginx.conf" 2>>"$folder/server.log" &
  nginx=$!
  for attempt in $(seq 100); do
    [ "$attempt" != 100 ] || fail "nginx does not answer."
    kill -0 "$nginx" 2>/dev/null || fail "nginx has ended."
    (exec 3<>"/dev/tcp/127.0.0.1/$nginx_port") 2>/dev/null && break
    sleep 0.1
  done
  nginx_option=(--nginx "http://127.0.0.1:$nginx_port")
}

stop_nginx() {
  [ -z "$nginx" ] || kill "$nginx" 2>/dev/null || true
}
