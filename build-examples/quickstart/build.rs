fn main() {
    // A macro cannot see that a file was added. This line makes Cargo look.
    include_agents_build::watch("../../agents");
}
