#!/bin/sh
# Starts PostgreSQL as the public image does for the variables that scenarios use: POSTGRES_USER,
# POSTGRES_PASSWORD, POSTGRES_DB, POSTGRES_HOST_AUTH_METHOD, PGDATA, and the scripts in
# /docker-entrypoint-initdb.d.
set -eu
if [ "${1:-postgres}" != postgres ]; then exec "$@"; fi

if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA" /var/run/postgresql
    chown -R postgres:postgres "$PGDATA" /var/run/postgresql
    chmod 700 "$PGDATA"
    exec gosu postgres "$0" "$@"
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    if [ -z "${POSTGRES_PASSWORD:-}" ] && [ "${POSTGRES_HOST_AUTH_METHOD:-}" != trust ]; then
        echo "Error: Database is uninitialized and superuser password is not specified." >&2
        echo "       Set POSTGRES_PASSWORD, or POSTGRES_HOST_AUTH_METHOD=trust." >&2
        exit 1
    fi
    user=${POSTGRES_USER:-postgres}
    secret=$(mktemp)
    printf '%s\n' "${POSTGRES_PASSWORD:-unused}" >"$secret"
    initdb --username="$user" --pwfile="$secret" --no-sync --auth-local=trust --auth-host=scram-sha-256
    rm -f "$secret"
    printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"
    # Only the socket listens while the database is being initialised.
    pg_ctl -D "$PGDATA" -w -o "-c listen_addresses=''" start
    if [ "${POSTGRES_DB:-$user}" != postgres ]; then
        createdb --username="$user" --maintenance-db=postgres "${POSTGRES_DB:-$user}"
    fi
    for file in /docker-entrypoint-initdb.d/*; do
        case $file in
            *.sh) . "$file" ;;
            *.sql) psql -v ON_ERROR_STOP=1 --username="$user" --dbname="${POSTGRES_DB:-$user}" -f "$file" ;;
        esac
    done
    pg_ctl -D "$PGDATA" -m fast -w stop
fi
shift 2>/dev/null || true
exec postgres -D "$PGDATA" -c "listen_addresses=*" -c unix_socket_directories=/var/run/postgresql "$@"
