#!/bin/sh
# Starts the proxy with the house's own certificate where there is one, else with that made by docker/certificates.py.
set -eu
: "${SIBU_DOMAIN:?name the address that users type}"
case "$SIBU_DOMAIN" in *[!A-Za-z0-9.-]*) echo "SIBU_DOMAIN is no host name: $SIBU_DOMAIN" >&2; exit 1 ;; esac
if [ -f /tls/own/fullchain.pem ]; then
    certificate=/tls/own/fullchain.pem key=/tls/own/privkey.pem
else
    certificate=/tls/made/server.crt key=/tls/made/server.key
fi
sed -e "s|\${SIBU_DOMAIN}|$SIBU_DOMAIN|g; s|\${TLS_CERTIFICATE}|$certificate|g; s|\${TLS_KEY}|$key|g" \
    /etc/nginx/sibu.conf >/tmp/nginx.conf
exec nginx -c /tmp/nginx.conf -e /dev/stderr -g 'daemon off;'
