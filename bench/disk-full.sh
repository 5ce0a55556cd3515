#!/usr/bin/env bash
# What happens when the disk fills up under load? bench/disk-full.sh [seconds it stays full; default 15]
# The home is a small file system in memory that only this script sees. While orders are placed by four buyers it is filled
# to the last byte, PostgreSQL is killed so that it cannot start again, and then room is made. Every answer in between must
# be a 503 with Retry-After within ten seconds, and every acknowledged order must be there afterwards.
set -uo pipefail
readonly STOA=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
readonly FULL_SECONDS=${1:-15} PORT=${STOA_PORT:-18980} BUYERS=4

if [[ -z "${STOA_FULL_DISK:-}" ]]; then
    words=(unshare --mount)
    [[ $(id -u) == 0 ]] || words=(unshare --mount --map-root-user)
    "${words[@]}" true 2>/dev/null || { echo "SKIPPED: this machine lets nobody mount a file system (unshare --mount)." >&2; exit 77; }
    STOA_FULL_DISK=1 exec "${words[@]}" "$0" "$@"
fi

HOME_DIR=$(mktemp -d) && NOTES=$(mktemp -d) && readonly HOME_DIR NOTES
readonly ORDERS=http://localhost:$PORT/api/v1/orders
failures=0

finish() {
    [[ -n "${pid:-}" ]] && kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null
    umount "$HOME_DIR" && rmdir "$HOME_DIR"
    rm -rf "$NOTES"
}

check() { # what, wanted, found
    local word=ok
    [[ "$2" == "$3" ]] || { word=WRONG && failures=$((failures + 1)); }
    printf '%-6s %s: %s\n' "$word" "$1" "$3"
}

start() {
    "$STOA/stoa" demo --home "$HOME_DIR" --port "$PORT" >"$NOTES/out" 2>"$NOTES/err" &
    pid=$!
    until grep -q 'Stop: Ctrl-C' "$NOTES/out"; do
        kill -0 $pid 2>/dev/null || { cat "$NOTES/err" >&2; exit 1; }
        sleep 0.5
    done
}

# One line for each answer: status, seconds, Retry-After, number of the order.
buy() {
    local turn=0 body
    body='{"lines":[{"sku":"CO-9","quantity":1}],"payment":{"tender":"CARD","token":"tok_approve"},
        "delivery":{"type":"SHIP","to":{"line1":"General Delivery","city":"Boulder","region":"CO","postcode":"80302","country":"US"}}}'
    while [[ ! -e $NOTES/stop ]]; do
        curl -s -m 30 -o "$NOTES/body-$1" -w '%{http_code} %{time_total} %header{retry-after} ' -X POST "$ORDERS" \
            -H 'Authorization: Bearer stoa_demo_web' -H 'Content-Type: application/json' \
            -H "Idempotency-Key: full-$1-$((turn++))" -d "$body"
        printf '%s\n' "$(grep -o '"id":[0-9]*' "$NOTES/body-$1" | head -1)"
        sleep 0.1
    done >"$NOTES/buyer-$1"
}

fill() { dd if=/dev/zero of="$HOME_DIR/fill" bs=64k 2>/dev/null; dd if=/dev/zero of="$HOME_DIR/rest" bs=1 count=65536 2>/dev/null; }
make_room() { rm -f "$HOME_DIR/fill" "$HOME_DIR/rest"; }
sold() { cat "$NOTES"/buyer-* | grep -c '^201'; }

mount -t tmpfs -o size=1500m stoa-disk-full "$HOME_DIR" || exit 77
trap finish EXIT
start
curl -sf -o "$NOTES/body" -X POST "http://localhost:$PORT/api/v1/stock/movements" -H 'Authorization: Bearer stoa_demo_till' \
    -H 'Content-Type: application/json' \
    -d '[{"id":"disk-full","sku":"CO-9","location":"berlin","kind":"RECEIVED","quantity":100000,"reason":"for the test"}]'
for buyer in $(seq $BUYERS); do buy "$buyer" & done
sleep 5
fill
sleep 3
kill -9 "$(head -1 "$HOME_DIR/postgres/data/postmaster.pid")"
sleep "$FULL_SECONDS"
before=$(sold)
make_room
freed=$SECONDS
until (($(sold) > before || SECONDS - freed > 60)); do sleep 0.2; done
check "orders again within a minute" 1 $(($(sold) > before))
printf '       orders again %d seconds after there was room\n' $((SECONDS - freed))
sleep 3
touch "$NOTES/stop"
wait $(jobs -p | grep -v "^$pid$")

cat "$NOTES"/buyer-* >"$NOTES/all"
printf '       answers: %s\n' "$(cut -d' ' -f1 "$NOTES/all" | sort | uniq -c | awk '{printf "%s x %s  ", $1, $2}')"
check "answers other than 201 and 503" 0 "$(grep -cvE '^(201|503) ' "$NOTES/all")"
check "refused while the disk was full" 1 $(($(grep -c '^503 ' "$NOTES/all") > 0))
check "503 without Retry-After" 0 "$(grep '^503 ' "$NOTES/all" | grep -cvE '^503 [0-9.]+ [0-9]+ ')"
check "answers after more than ten seconds" 0 "$(awk '$2 > 10' "$NOTES/all" | wc -l)"
printf '       longest answer %s seconds\n' "$(cut -d' ' -f2 "$NOTES/all" | sort -n | tail -1)"
check "lines on the terminal" 1 "$(grep -vc '^Building' "$NOTES/err")"
sed 's/^/         /' "$NOTES/err"
missing=0
for order in $(grep '^201 ' "$NOTES/all" | grep -o '[0-9]*$'); do
    curl -sf -o "$NOTES/body" -H 'Authorization: Bearer stoa_demo_web' "$ORDERS/$order" || missing=$((missing + 1))
done
check "acknowledged orders missing of $(sold)" 0 "$missing"
check "acknowledged twice" 0 "$(grep '^201 ' "$NOTES/all" | grep -o '[0-9]*$' | sort | uniq -d | wc -l)"
kill "$pid" && wait "$pid" 2>/dev/null
pid=
"$STOA/stoa" doctor --home "$HOME_DIR" >"$NOTES/doctor" 2>&1
check "exit code of doctor" 0 $?
grep -E 'WRONG' "$NOTES/doctor"
fill
"$STOA/stoa" serve --home "$HOME_DIR" --port "$PORT" >"$NOTES/out" 2>"$NOTES/err"
check "lines that refuse a start on the full disk" 1 "$(wc -l <"$NOTES/err")"
sed 's/^/         /' "$NOTES/err"
exit $((failures > 0))
