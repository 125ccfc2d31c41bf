fn main() {
    include_agents_build::watch("agents/");
}
