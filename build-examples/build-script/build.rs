fn main() {
    include_agents_build::compile("../../agents");
}
