//! The agents this project ships.
// A warning about an agent is the use of a deprecated constant.
#![deny(deprecated)]

use include_agents::{Color, Model};

include_agents::include_agents!("agents/");

#[test]
fn each_has_the_model_and_the_color_it_is_known_for() {
    let values: Vec<_> =
        AgentKind::ALL.iter().map(|kind| (kind.name(), kind.agent().model(), kind.agent().color())).collect();
    assert_eq!(
        values,
        [
            ("backend-architect", Some(Model::OPUS), None),
            ("backend-systems-architect", None, Some(Color::YELLOW)),
            ("senior-backend-architect", Some(Model::SONNET), Some(Color::YELLOW)),
            ("senior-backend-developer", Some(Model::SONNET), Some(Color::RED)),
            ("senior-backend-expert", Some(Model::OPUS), Some(Color::GREEN)),
        ]
    );
}

#[test]
fn each_is_a_model_for_others() {
    for &kind in AgentKind::ALL {
        let agent = kind.agent();
        assert!(agent.examples().len() >= 2, "{kind}");
        for example in agent.examples() {
            let parts = [example.context(), example.user(), example.assistant(), example.commentary()];
            assert!(parts.iter().all(Option::is_some), "{kind}: {example:?}");
            assert!(example.assistant().is_some_and(|text| text.contains(kind.name())), "{kind}: {example:?}");
        }
        assert_eq!(agent.path(), format!("agents/{kind}.md"));
        assert!(!agent.description().contains("xample"), "{kind}");
    }
}
