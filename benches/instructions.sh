#!/usr/bin/env bash
# Instructions that rustc takes for an incremental `cargo check` of a crate with 1,000 agents, and for one with a bare
# `include_str!` of each file. Unlike seconds, they hardly differ from one run to the next. Needs valgrind.
# usage: benches/instructions.sh [CHECKOUT...]
#        AGENTS=100 INCLUDE_AGENTS_CORPUS=folder benches/instructions.sh . ../other-checkout
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
agents=${AGENTS:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
checkouts=("$@")
[ $# -gt 0 ] || checkouts=("$root")

# The texts below the frontmatter of agents of a usual size, over and over, each in an agent of its own; small ones are
# repeated. Bodies with characters that are an error are left out.
mkdir -p "$work/agents"
find "${INCLUDE_AGENTS_CORPUS:-$root/agents}" -name '*.md' -print0 | LC_ALL=C sort -z |
    xargs -0 env LC_ALL=C awk -v agents="$agents" -v folder="$work/agents" '
        function finish(  more) {
            if (length(body) == 0 || length(body) > 12000 || body ~ /\342\200[\213-\217\252-\256]|\357\277\275|\357\273\277/) return
            for (more = body; length(body) < 7000;) body = body more
            bodies[count++] = body
        }
        FNR == 1 { finish(); body = ""; fences = 0 }
        fences < 2 && /^---\r?$/ { fences++; next }
        fences == 2 { body = body $0 "\n" }
        END {
            finish()
            split("sonnet opus haiku inherit", models, " ")
            for (number = 0; number < agents; number++) {
                name = sprintf("agent-%05d", number)
                file = folder "/" name ".md"
                printf "---\nname: %s\ndescription: Use this agent for task %d, when the work calls for it.\ntools: Read, Grep, Glob, Bash\nmodel: %s\n---\n%s", \
                    name, number, models[number % 4 + 1], bodies[number % count] > file
                close(file)
            }
        }'

# Only the crate that is measured runs under valgrind.
rustc="$(rustc --print sysroot)/bin/rustc"
cat >"$work/counted" <<'COUNTED'
#!/usr/bin/env bash
if [ -n "${COUNT_INTO:-}" ] && [[ " $* " == *" --crate-name counted "* ]]; then
    exec valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file="$COUNT_INTO" "$@"
fi
exec "$@"
COUNTED
chmod +x "$work/counted"
export RUSTC="$rustc" RUSTC_WRAPPER="$work/counted" CARGO_TERM_COLOR=never
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_TARGET_DIR

# Prints the instructions, in millions, for a package in the current folder.
count() {
    # Twice, so that there is something to go on from.
    cargo check --quiet --offline 2>"$work/stderr" || { cat "$work/stderr" >&2; exit 1; }
    touch src/main.rs
    COUNT_INTO="$work/log" cargo check --quiet --offline 2>"$work/stderr" || { cat "$work/stderr" >&2; exit 1; }
    awk '/Collected/ { printf "%d", $NF / 1e6 }' "$work/log"
}

# The package `counted`, with dependencies and items.
package() {
    mkdir -p src
    cp -r "$work/agents" agents
    printf '[package]\nname = "counted"\nversion = "0.1.0"\nedition = "2024"\n[workspace]\n[dependencies]\n%s\n' "$1" >Cargo.toml
    printf '%s\n\nfn main() {}\n' "$2" >src/main.rs
}

mkdir "$work/bare" && cd "$work/bare"
package "" "$(for file in "$work"/agents/*.md; do
    name=$(basename "$file" .md)
    name=${name^^}
    printf 'pub static %s: &str = include_str!("../agents/%s");\n' "${name//-/_}" "$(basename "$file")"
done)"
bare=$(count)
printf '%-40s %6d million\n' "include_str!, $agents agents" "$bare"

# Prints the instructions for the package in the current folder, beside those for bare `include_str!`.
report() {
    taken=$(count)
    printf '%-40s %6d million   %s x include_str!\n' "$1" "$taken" \
        "$(awk -v taken="$taken" -v bare="$bare" 'BEGIN { printf "%.2f", taken / bare }')"
}

for checkout in "${checkouts[@]}"; do
    checkout=$(cd "$root" && cd "$checkout" && pwd)
    mkdir -p "$work/macro" && cd "$work/macro"
    rm -rf ./*
    package "include-agents = { path = \"$checkout\" }" 'include_agents::include_agents!("agents/");'
    # With the versions that the checkout has locked, nothing is fetched.
    cp "$checkout/Cargo.lock" .
    report "macro of $checkout"
    printf '[build-dependencies]\ninclude-agents-build = { path = "%s/agent-build" }\n' "$checkout" >>Cargo.toml
    printf 'fn main() {\n    include_agents_build::watch("agents/");\n}\n' >build.rs
    report "the same, with watch"
done
