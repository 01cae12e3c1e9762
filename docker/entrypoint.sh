#!/bin/sh
# Starts one of Sibu's processes: serve, worker, migrate, or any other command of `sibu`.
# The database's password comes from a file, so that it stands in no environment that `docker inspect` shows.
set -eu
if [ -n "${SIBU_DATABASE_PASSWORD_FILE:-}" ]; then
    PGPASSWORD=$(cat "$SIBU_DATABASE_PASSWORD_FILE")
    export PGPASSWORD
fi
exec .venv/bin/python -m api.cli "$@"
