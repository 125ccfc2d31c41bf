fn main() {
    include_agents::build::compile("../../agents");
}
