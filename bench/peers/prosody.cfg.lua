-- Lean, so that what is measured is messages and their archive (bench/README.md says why).
run_as_root = true
data_path = "@FOLDER@"
pidfile = "@FOLDER@/prosody.pid"
log = { warn = "@FOLDER@/prosody.log" }
interfaces = { "127.0.0.1" }
c2s_ports = { @PORT@ }
network_settings = { tcp_backlog = 1024 }
modules_enabled = { "saslauth", "mam" }
modules_disabled = { "offline", "s2s", "s2s_auth_certs" }
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
authentication = "internal_plain"
default_storage = "internal"
storage = { accounts = "sql", archive = "sql" }
sql = {
  driver = "PostgreSQL", host = "127.0.0.1", port = @DATABASE_PORT@,
  database = "peer", username = "postgres", password = ""
}
default_archive_policy = true
archive_expires_after = "never"
VirtualHost "localhost"
