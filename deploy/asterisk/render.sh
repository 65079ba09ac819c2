#!/bin/sh
# Copies this folder's configuration to an /etc/asterisk and fills in what differs between places.
#   ARI_PASSWORD=... TRUNK=trunk.conf TRUNK_ADDRESSES=192.0.2.10 ./render.sh /etc/asterisk
# There is no default for the password, the trunk and its addresses: a forgotten one must be noticed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:?usage: ARI_PASSWORD=... TRUNK=file render.sh TARGET}
: "${ARI_PASSWORD:?set ARI_PASSWORD}" "${TRUNK:?set TRUNK to your trunk file}"
: "${TRUNK_ADDRESSES:?set TRUNK_ADDRESSES to the addresses of your trunk, with commas between them}"

values="
ARI_PASSWORD=$ARI_PASSWORD
ARI_USER=${ARI_USER:-freizeichen}
ETC_DIR=${ETC_DIR:-$target}
LIB_DIR=${LIB_DIR:-/var/lib/asterisk}
SPOOL_DIR=${SPOOL_DIR:-/var/spool/asterisk}
LOG_DIR=${LOG_DIR:-/var/log/asterisk}
RUN_DIR=${RUN_DIR:-/run/asterisk}
SOUNDS_DIR=${SOUNDS_DIR:-/usr/share/asterisk/sounds/de}
SYSTEM_NAME=${SYSTEM_NAME:-tel1}
HTTP_ADDRESS=${HTTP_ADDRESS:-127.0.0.1}
HTTP_PORT=${HTTP_PORT:-8088}
SIP_ADDRESS=${SIP_ADDRESS:-0.0.0.0}
SIP_PORT=${SIP_PORT:-5060}
TRUNK_ADDRESSES=$TRUNK_ADDRESSES
INNER_ADDRESSES=${INNER_ADDRESSES:-127.0.0.1,::1}
TLS_PORT=${TLS_PORT:-5061}
TLS_CERT=${TLS_CERT:-}
TLS_KEY=${TLS_KEY:-}
TLS_CA=${TLS_CA:-/etc/ssl/certs/ca-certificates.crt}
RTP_START=${RTP_START:-12000}
RTP_END=${RTP_END:-12999}
MAX_CALLS=${MAX_CALLS:-200}
OVERFLOW=${OVERFLOW:-}
EMERGENCY_CALLER=${EMERGENCY_CALLER:-}
LAB_CALLER=${LAB_CALLER:-}
LAB_CALLEE=${LAB_CALLEE:-}
"
# A value with | or & or a line of its own would change the configuration around it.
strange=$(printf '%s' "$values" | tr -d 'A-Za-z0-9_=./:,+\n-')
[ -z "$strange" ] || { echo "render.sh: not allowed in a value: $strange" >&2; exit 1; }

# Browsers send nothing to port 10080, on no protocol: an agent whose call got it would hear and say nothing.
if [ "${RTP_START:-12000}" -le 10080 ] && [ "${RTP_END:-12999}" -ge 10080 ]; then
  echo "render.sh: RTP_START to RTP_END must not include 10080, which browsers refuse" >&2
  exit 1
fi

expressions=$(printf '%s' "$values" | sed -n 's/^\([A-Z_]*\)=\(.*\)$/s|@\1@|\2|g/p')
mkdir -p "$target"
# Passwords are in here: nobody but Asterisk and root may read.
umask 027
fill() { sed "$expressions" "$1" >"$2"; }
for file in asterisk modules logger http ari sorcery pjsip rtp musiconhold indications cdr cel extensions; do
  fill "$here/$file.conf" "$target/$file.conf"
done
fill "$TRUNK" "$target/trunk.conf"
# Without a certificate there is no TLS; a half-configured transport would keep all of SIP from starting.
if [ -n "${TLS_CERT:-}" ]; then fill "$here/tls.conf" "$target/tls.conf"; else echo "; no certificate" >"$target/tls.conf"; fi
# Asterisk reports an error for each of these it does not find; empty means its built-in values.
for file in acl ccss features pjproject res_http_media_cache udptl websocket_client; do
  echo "; empty on purpose" >"$target/$file.conf"
done

# Asterisk does not run as root.
if [ "$(id -u)" = 0 ] && getent group asterisk >/dev/null; then chgrp asterisk "$target"/*.conf; fi
