//! Which agent a text is for, by its words: BM25 over what each agent says of its work.
//!
//! Only `agentc` has this: the macro and the build script have no use for it, and would take longer to build.

use std::collections::HashSet;

use bm25::{Embedder, EmbedderBuilder, Embedding, Scorer, Tokenizer};

use crate::parse::definition::Definition;
use crate::parse::example::ParsedExample;
use crate::resolve::roster::Roster;

/// From this letter on, scripts have no spaces between words: Chinese, Japanese, and what is between them in Unicode.
const WITHOUT_SPACES: char = '\u{2e80}';

/// The agents of a roster, made ready for questions.
pub struct Router<'r, 'a> {
    roster: &'r Roster<'a>,
    /// The definitions in order of name. A document is known by its place here.
    agents: Vec<&'r Definition<'a>>,
    embedder: Embedder<u64, Words>,
    scorer: Scorer<usize, u64>,
}

/// An agent that a text may be for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Its definition.
    pub agent: usize,
    /// How many words of the text it has, weighted by how rare they are. Scores for different texts cannot be compared.
    pub score: f32,
}

/// An example, and whom it leads to if its agent does not have it.
#[derive(Clone, Debug)]
pub struct Trial<'r> {
    /// The definition that has the example.
    pub agent: usize,
    /// The example.
    pub example: &'r ParsedExample<'r>,
    /// The agents that share words with the example, best first.
    pub found: Vec<Candidate>,
}

impl Trial<'_> {
    /// The best agent, if it is another one than that of the example.
    #[must_use]
    pub fn other(&self) -> Option<Candidate> {
        self.found.first().copied().filter(|found| found.agent != self.agent)
    }

    /// The score of the agent that has the example.
    #[must_use]
    pub fn own_score(&self) -> f32 {
        self.found.iter().find(|found| found.agent == self.agent).map_or(0.0, |found| found.score)
    }
}

impl<'r, 'a> Router<'r, 'a> {
    /// Reads what the agents of a roster say of their work.
    #[must_use]
    pub fn new(roster: &'r Roster<'a>) -> Self {
        let agents: Vec<_> = roster.identified().map(|(agent, _)| agent).collect();
        let texts: Vec<_> = agents.iter().map(|agent| document(roster, agent, None)).collect();
        let texts: Vec<_> = texts.iter().map(String::as_str).collect();
        let embedder = EmbedderBuilder::with_tokenizer_and_fit_to_corpus(Words, &texts).build();
        let mut scorer = Scorer::new();
        for (place, text) in texts.iter().enumerate() {
            scorer.upsert(&place, embed(&embedder, text));
        }
        Self { roster, agents, embedder, scorer }
    }

    /// The agents that share words with a text, best first; of equal ones the first by name.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Candidate> {
        let mut found = self.scorer.matches(&embed(&self.embedder, text));
        found.sort_by(|left, right| right.score.total_cmp(&left.score).then_with(|| left.id.cmp(&right.id)));
        let candidate = |place: usize, score| Some(Candidate { agent: self.agents.get(place)?.file, score });
        found.into_iter().filter_map(|found| candidate(found.id, found.score)).collect()
    }

    /// Asks each example for its agent, after it has been taken away from that agent: context and user, if there is a user.
    pub fn trials(&mut self) -> Vec<Trial<'r>> {
        let mut trials = Vec::new();
        for (place, agent) in self.agents.clone().into_iter().enumerate() {
            for example in agent.examples.list.iter().filter(|example| !example.user.is_empty()) {
                self.replace(place, agent, Some(example));
                let found = self.find(&format!("{}\n{}", example.context, example.user));
                trials.push(Trial { agent: agent.file, example, found });
            }
            if !agent.examples.list.is_empty() {
                self.replace(place, agent, None);
            }
        }
        trials
    }

    fn replace(&mut self, place: usize, agent: &Definition, without: Option<&ParsedExample>) {
        self.scorer.upsert(&place, embed(&self.embedder, &document(self.roster, agent, without)));
    }
}

/// What an agent says of its work: name, description, prompt, and its examples but for one, without what the assistant says.
fn document(roster: &Roster, agent: &Definition, without: Option<&ParsedExample>) -> String {
    let examples =
        agent.examples.list.iter().filter(|example| without.is_none_or(|without| !std::ptr::eq(*example, without)));
    let examples = examples.flat_map(|example| [&*example.context, &*example.user, &*example.commentary]);
    let prompt = roster.source(agent).and_then(|source| source.text.get(agent.body.clone())).unwrap_or_default();
    let parts = [roster.name_of(agent), &*agent.examples.description, prompt].into_iter().chain(examples);
    parts.collect::<Vec<_>>().join("\n")
}

/// The words of a text with their weights, each word once: that is enough for the score, which searches for a word.
fn embed(embedder: &Embedder<u64, Words>, text: &str) -> Embedding<u64> {
    let mut embedding = embedder.embed(text);
    let mut seen = HashSet::new();
    embedding.0.retain(|word| seen.insert(word.index));
    embedding
}

/// Splits a text into words in lower case, and scripts without spaces into letters.
#[derive(Debug, Default)]
struct Words;

impl Tokenizer for Words {
    fn tokenize(&self, text: &str) -> Vec<String> {
        let mut words = Vec::new();
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            if word.contains(|c| c >= WITHOUT_SPACES) {
                words.extend(word.chars().map(String::from));
            } else if word.len() > 1 {
                words.push(word.to_lowercase());
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::{Router, Tokenizer as _, Words};
    use crate::base::memory::MemoryFiles;
    use crate::format::claude_code::CLAUDE_CODE;
    use crate::resolve::roster::Roster;
    use crate::{discover, parse_all};

    #[test]
    fn a_text_is_for_the_agent_that_has_its_rare_words() {
        let agent = |name: &str, description: &str, user: &str| {
            let example = format!("<example>\n  user: \"{user}\"\n  assistant: \"I'll use {name}.\"\n  </example>");
            let text = format!("---\nname: {name}\ndescription: |-\n  {description}\n  {example}\n---\nGo.\n");
            (format!("agents/{name}.md"), text)
        };
        let files = MemoryFiles::new([
            agent("tuner", "Makes slow queries of a database fast.", "This query takes a minute."),
            agent("drawer", "Draws diagrams of a system.", "Draw the queries of our database."),
            agent("writer", "Writes manuals.", "Explain how the tuner makes queries fast."),
        ]);
        let (folder, settings) = discover(&files, "agents");
        let roster = Roster::new(&folder, &settings, &CLAUDE_CODE, parse_all(&folder, &CLAUDE_CODE));
        let mut routing = Router::new(&roster);
        let names = |text: &str| {
            let found = routing.find(text).into_iter();
            found.map(|found| roster.name_of(&roster.definitions[found.agent]).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(names("Why is the database slow?"), ["tuner", "drawer", "writer"], "`the` is a word too");
        assert_eq!(names("MANUALS, please"), ["writer"]);
        assert_eq!(names("Nothing matches"), [""; 0]);
        let trials = routing.trials();
        let others: Vec<_> = trials.iter().map(|trial| trial.other().map(|other| other.agent)).collect();
        // In order of name: drawer, tuner, writer. Definitions are in order of path, which is the same here.
        assert_eq!(others, [Some(1), None, Some(1)], "an example does not count for its own agent");
        assert!(trials[0].own_score() < trials[0].found[0].score);
        assert_eq!(routing.find("minute").len(), 1, "afterwards all examples are there again");
    }

    #[test]
    fn words_are_letters_where_there_are_no_spaces() {
        assert_eq!(
            Words.tokenize("The p99 of a São-Paulo API 数据库"),
            ["the", "p99", "of", "são", "paulo", "api", "数", "据", "库"]
        );
    }
}
