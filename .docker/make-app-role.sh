#!/bin/sh
# Run once by the postgres image on an empty volume: the unprivileged login role of the app.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$LICET_APP_PASSWORD" <<'SQL'
create role licet_server login nosuperuser nobypassrls nocreatedb nocreaterole password :'password';
SQL
