#!/bin/sh
# Restores a backup into a new folder, and says whether a server could serve from it: every table, the log, the key ring.
# The folder is removed again, and nothing else is touched. It ends with 0 only when all of it is right.
#
#     restore-drill.sh BACKUP RING        ATOUT names the program, /opt/atout/atout unless it says otherwise
set -eu

if [ $# -ne 2 ]; then
    echo "restore-drill.sh BACKUP RING" >&2
    exit 2
fi
program=${ATOUT:-/opt/atout/atout}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM

# Without the settings of the installation: they may name its database.
atout() {
    env -i PATH="$PATH" "$program" "$@" --data "$folder/data"
}

atout restore --from "$1"
cp "$2" "$folder/data/keyring.json"
chmod 0600 "$folder/data/keyring.json"
atout log verify
status=$(atout keyring status)
echo "$status"
case $status in
*"another key"* | *"no such version"*)
    echo "The ring is not that of the product keys in the backup." >&2
    exit 1
    ;;
esac
echo "$1 can be served from."
