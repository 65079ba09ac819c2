#!/usr/bin/env bash
# A real Asterisk with our configuration (deploy/asterisk) on loopback, for tests and development.
#   sudo scripts/phone-lab.sh up | down | restart | kill | status | cli "pjsip show endpoints"
# Asterisk comes from Debian packages in a folder of its own (about 500 MB, one minute, once) and runs
# there under chroot as the unprivileged user `asterisk`. No Docker engine, no mounts, nothing to clean up.
set -euo pipefail

say() { echo "phone lab: $*"; }
fail() {
  echo "phone lab: $*" >&2
  exit 1
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
lab=${FREIZEICHEN_LAB:-/var/cache/freizeichen-phone-lab}
name=${FREIZEICHEN_LAB_NAME:-lab} # a second lab at the same time: another name, other ports
case $name in *[!a-z0-9-]*) fail "FREIZEICHEN_LAB_NAME may hold a-z, 0-9 and - only" ;; esac
sip_address=${LAB_SIP_ADDRESS:-127.0.0.1}
sip_port=${LAB_SIP_PORT:-5060}
http_address=${LAB_HTTP_ADDRESS:-127.0.0.1}
http_port=${LAB_HTTP_PORT:-8088}
rtp_start=${LAB_RTP_START:-12000}
rtp_end=${LAB_RTP_END:-12199}
caller=${LAB_CALLER:-127.0.0.2}
callee=${LAB_CALLEE:-127.0.0.2:5070}
tls=${LAB_TLS:-}
extra=${LAB_EXTRA:-} # a folder whose files are added to the configuration's files of the same names

pid_file=$lab/$name.pid
env_file=$lab/$name.env
log_file=$lab/$name.log

# --- the Asterisk folder -------------------------------------------------------------------------

# Sid has the version we build for; on a day when it cannot be installed, bullseye has an older one
# that runs the same configuration.
wanted=${LAB_ASTERISK:-22 16}
case $wanted in "22 16" | 22 | 16) ;; *) fail "LAB_ASTERISK is 22 or 16" ;; esac
source_of() { # suite and packages; Opus was a package of its own then
  case $1 in
    22) echo "sid asterisk" ;;
    16) echo "bullseye asterisk,asterisk-opus" ;;
  esac
}

root_folder() { # the first wanted version that is installed
  local version
  for version in $wanted; do
    [ -x "$lab/asterisk-$version/usr/sbin/asterisk" ] && echo "$lab/asterisk-$version" && return
  done
  return 1
}

# The mirror this machine already uses, so that the lab works behind a company's mirror too.
debian_mirror() {
  [ -n "${LAB_MIRROR:-}" ] && echo "$LAB_MIRROR" && return
  # shellcheck disable=SC2016 # apt fills these in
  apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' |
    sed -n 's/^Debian|Debian|//p' | head -n 1
}

install_tools() {
  local missing=()
  command -v debootstrap >/dev/null || missing+=(debootstrap)
  command -v sipp >/dev/null || missing+=(sip-tester)
  [ ${#missing[@]} -eq 0 ] && return
  say "installing ${missing[*]}"
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
    >>"$log_file.install" 2>&1 || fail "apt-get could not install ${missing[*]}, see $log_file.install"
}

install_asterisk() {
  local version mirror suite packages target http_proxy=${http_proxy:-}
  [ -n "$http_proxy" ] || eval "$(apt-config shell http_proxy Acquire::http::Proxy)"
  export http_proxy
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || fail "apt on this machine names no Debian mirror; set LAB_MIRROR"
  for version in $wanted; do
    read -r suite packages <<<"$(source_of "$version")"
    target=$lab/asterisk-$version
    say "installing Asterisk $version from Debian $suite, about a minute"
    rm -rf "$target.partial" # an earlier attempt that was interrupted
    if debootstrap --variant=minbase --include="$packages" "$suite" "$target.partial" "$mirror" >>"$log_file.install" 2>&1; then
      rm -f "$target.partial"/var/cache/apt/archives/*.deb
      mv "$target.partial" "$target"
      return
    fi
    rm -rf "$target.partial"
    say "Asterisk $version cannot be installed today, see $log_file.install"
  done
  fail "no Asterisk could be installed"
}

# --- configuration -------------------------------------------------------------------------------

password() { # kept from one start to the next, so that a running application reconnects
  local kept=""
  [ -f "$env_file" ] && kept=$(sed -n 's/^ARI_PASSWORD=//p' "$env_file")
  [ -n "$kept" ] && echo "$kept" && return
  od -An -N16 -tx1 /dev/urandom | tr -d ' \n'
}

write_config() { # root password
  local root=$1 home=/srv/$name
  # Without its own name in here every call waits seconds for DNS.
  printf '127.0.0.1 localhost %s\n' "$(hostname)" >"$root/etc/hosts"
  rm -rf "${root:?}$home/etc" "${root:?}$home/run"
  mkdir -p "$root$home"/{etc,run,{lib,log,spool/recording}}
  if [ -n "$tls" ]; then # a certificate and its key in one file, which is its own authority
    cp "$tls" "$root$home/etc/tls.pem"
    tls=$home/etc/tls.pem
  fi
  ARI_PASSWORD=$2 TRUNK="${LAB_TRUNK:-$here/deploy/asterisk/trunk.lab.conf}" TRUNK_ADDRESSES=$caller,${callee%:*} \
    TLS_CERT=$tls TLS_KEY=$tls TLS_CA=$tls ETC_DIR=$home/etc LIB_DIR=$home/lib \
    SPOOL_DIR=$home/spool LOG_DIR=$home/log RUN_DIR=$home/run SYSTEM_NAME=$name HTTP_ADDRESS=$http_address HTTP_PORT=$http_port SIP_ADDRESS=$sip_address SIP_PORT=$sip_port \
    RTP_START=$rtp_start RTP_END=$rtp_end MAX_CALLS=2000 LAB_CALLER=$caller LAB_CALLEE=$callee \
    OVERFLOW=${LAB_OVERFLOW:-} EMERGENCY_CALLER=${LAB_EMERGENCY_CALLER:-} \
    "$here/deploy/asterisk/render.sh" "$root$home/etc"
  [ -z "$extra" ] || for file in "$extra"/*.conf; do cat "$file" >>"$root$home/etc/${file##*/}"; done
  mkdir -p "$root/usr/share/asterisk/sounds/de"
  cp -r "$here"/deploy/asterisk/sounds/freizeichen* "$root/usr/share/asterisk/sounds/de/"
  chroot "$root" chown -R asterisk:asterisk "$home"
}

write_env() { # root password
  umask 077
  cat >"$env_file" <<END
ARI_URL=http://$http_address:$http_port/ari
ARI_USER=freizeichen
ARI_PASSWORD=$2
SOFTPHONE_WS=ws://$http_address:$http_port/ws
LAB_ASTERISK=${1##*-}
LAB_SIP=$sip_address:$sip_port
LAB_CALLER=$caller
LAB_CALLEE=$callee
END
  # Whoever called sudo runs the tests.
  [ -z "${SUDO_UID:-}" ] || chown "$SUDO_UID" "$env_file"
}

# --- running -------------------------------------------------------------------------------------

running_pid() { # only a process that really lives in the lab's folder, never a reused number
  local pid
  [ -f "$pid_file" ] || return 1
  pid=$(cat "$pid_file")
  case $(readlink "/proc/$pid/root" 2>/dev/null) in "$lab"/asterisk-*) echo "$pid" ;; *) return 1 ;; esac
}

port_taken() { # protocol address port state; Asterisk would start all the same and be deaf
  local a b c d
  IFS=. read -r a b c d <<<"$2"
  awk -v at="$(printf '%02X%02X%02X%02X:%04X' "$d" "$c" "$b" "$a" "$3")" -v any="$(printf '00000000:%04X' "$3")" \
    -v state="$4" '($2 == at || $2 == any) && $4 == state { taken = 1 } END { exit !taken }' "/proc/net/$1"
}

cli() { # root command
  chroot "$1" /usr/sbin/asterisk -C "/srv/$name/etc/asterisk.conf" -rx "$2"
}

ari_answers() { # password
  local status=""
  exec 3<>"/dev/tcp/$http_address/$http_port" || return 1
  printf 'GET /ari/asterisk/info?only=status HTTP/1.0\r\nAuthorization: Basic %s\r\n\r\n' \
    "$(printf 'freizeichen:%s' "$1" | base64 -w0)" >&3
  read -r -t 2 _ status _ <&3 || true
  exec 3>&-
  [ "$status" = 200 ]
}

up() {
  [ "$(id -u)" = 0 ] || fail "needs root (chroot): sudo $0 up"
  mkdir -p "$lab"
  exec 9>"$lab/.lock"
  flock -w 300 9 || fail "another start is still at work"
  if running_pid >/dev/null; then status && return; fi
  install_tools
  root_folder >/dev/null || install_asterisk
  local root secret
  root=$(root_folder)
  secret=$(password)
  ! port_taken udp "$sip_address" "$sip_port" 07 || fail "UDP port $sip_port is in use by another program"
  ! port_taken tcp "$http_address" "$http_port" 0A || fail "TCP port $http_port is in use by another program"
  write_config "$root" "$secret"
  setsid chroot --userspec=asterisk:asterisk "$root" /usr/sbin/asterisk -f -C "/srv/$name/etc/asterisk.conf" \
    >"$log_file" 2>&1 </dev/null 9>&- &
  echo $! >"$pid_file"
  local tries=0
  until ari_answers "$secret" 2>/dev/null; do
    tries=$((tries + 1))
    running_pid >/dev/null || [ $tries -lt 10 ] || fail "Asterisk stopped at once, see $log_file"
    [ $tries -lt 150 ] || fail "Asterisk does not answer after 15 s, see $log_file"
    sleep 0.1
  done
  write_env "$root" "$secret"
  status
}

down() {
  local pid tries=0
  if ! pid=$(running_pid); then
    rm -f "$pid_file"
    say "is down"
    return
  fi
  kill "$pid"
  while [ -d "/proc/$pid" ]; do
    tries=$((tries + 1))
    [ $tries -ne 50 ] || kill -9 "$pid"
    [ $tries -lt 100 ] || fail "process $pid does not end"
    sleep 0.1
  done
  rm -f "$pid_file"
  say "is down"
}

die() { # as a power cut would; up starts it again
  local pid
  pid=$(running_pid) || fail "is down"
  kill -9 "$pid"
  while [ -d "/proc/$pid" ]; do sleep 0.02; done
  rm -f "$pid_file"
}

status() { # one line, for people and scripts: state=up asterisk=22.10.1 env=...
  local root version
  if ! running_pid >/dev/null; then
    echo "state=down"
    return 3
  fi
  root=$(readlink "/proc/$(running_pid)/root")
  version=$(chroot "$root" /usr/sbin/asterisk -V | sed 's/^Asterisk \([0-9.]*\).*/\1/')
  echo "state=up asterisk=$version env=$env_file log=$root/srv/$name/log/messages.log"
}

case ${1:-} in
  up) up ;;
  down) down ;;
  restart) down && up ;;
  kill) die ;;
  status) status ;;
  cli) running_pid >/dev/null || fail "is down" && cli "$(readlink "/proc/$(running_pid)/root")" "${2:?which command?}" ;;
  *) fail "usage: $0 up | down | restart | kill | status | cli COMMAND" ;;
esac
