#!/usr/bin/env bash
# CPU seconds of a cold `cargo build` of one dependency and all it needs, each contender in the same run.
# usage: benches/cold-build.sh [rounds]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

contenders=(
    "include-agents|include-agents = { path = \"$root\" }"
    "include_dir|include_dir = \"0.7\""
    "rust-embed|rust-embed = \"8\""
    "askama|askama = \"0.16\""
)
for contender in "${contenders[@]}"; do
    name=${contender%%|*}
    mkdir -p "$work/$name/src"
    printf '[package]\nname = "cold"\nversion = "0.1.0"\nedition = "2024"\n[workspace]\n[dependencies]\n%s\n' \
        "${contender#*|}" >"$work/$name/Cargo.toml"
    echo 'fn main() {}' >"$work/$name/src/main.rs"
    (cd "$work/$name" && cargo fetch --quiet)
done
export TIMEFORMAT='%U %S %R'
for _ in $(seq "${1:-3}"); do
    for contender in "${contenders[@]}"; do
        name=${contender%%|*}
        rm -rf "$work/$name/target"
        (cd "$work/$name" && { time cargo build --quiet --offline; } 2>&1) |
            awk -v name="$name" '{ printf "%-16s cpu %5.1f s   wall %5.1f s\n", name, $1 + $2, $3 }'
    done
done
