#!/usr/bin/env bash
# CPU seconds of a cold `cargo build` of a small use of one dependency, with all that it needs; each contender in each
# round, beside the rust-embed of that round.
# usage: benches/cold-build.sh [rounds]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What the others are compared with comes first. The code that typify writes names serde.
contenders=(
    'rust-embed|rust-embed = "8"|#[derive(rust_embed::RustEmbed)] #[folder = "agents"] pub struct Agents;'
    "include-agents|include-agents = { path = \"$root\" }|include_agents::include_agents!(\"agents\");"
    'include_dir|include_dir = "0.7"|pub static AGENTS: include_dir::Dir = include_dir::include_dir!("agents");'
    'askama|askama = "0.16"|#[derive(askama::Template)] #[template(source = "{{ 1 }}", ext = "txt")] pub struct One;'
    'typify|typify = "0.8"\nserde = { version = "1", features = ["derive"] }|typify::import_types!("agent.json");'
)
for contender in "${contenders[@]}"; do
    IFS='|' read -r name dependencies items <<<"$contender"
    mkdir -p "$work/$name/src" "$work/$name/agents"
    printf '[package]\nname = "cold"\nversion = "0.1.0"\nedition = "2024"\n[workspace]\n[dependencies]\n%b\n' \
        "$dependencies" >"$work/$name/Cargo.toml"
    printf '%s\n\nfn main() {}\n' "$items" >"$work/$name/src/main.rs"
    printf -- '---\nname: reviewer\ndescription: Reviews.\ntools: Read\n---\nReview it.\n' \
        >"$work/$name/agents/reviewer.md"
    printf '{ "title": "Agent", "type": "object", "properties": { "name": { "type": "string" } } }\n' \
        >"$work/$name/agent.json"
    (cd "$work/$name" && cargo fetch --quiet)
done
# A dependency from a registry is never built for the next time, as one at a path would be.
export CARGO_INCREMENTAL=0
export TIMEFORMAT='%U %S %R'
for _ in $(seq "${1:-3}"); do
    for contender in "${contenders[@]}"; do
        name=${contender%%|*}
        rm -rf "$work/$name/target"
        # Warnings would stand among the times.
        if ! taken=$( (cd "$work/$name" && time cargo build --quiet --offline 2>"$work/stderr") 2>&1); then
            cat "$work/stderr" >&2
            exit 1
        fi
        [ "$name" = rust-embed ] && least=$taken
        echo "$name $taken $least" | awk '{
            cpu = $2 + $3; least = $5 + $6
            printf "%-16s cpu %5.1f s   wall %5.1f s   %.2f x rust-embed, %+.1f s\n", $1, cpu, $4, cpu / least, cpu - least
        }'
    done
done
