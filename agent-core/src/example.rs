use core::fmt;

use crate::text::Text;

/// One `<example>` of a description: when to hand over to the agent.
///
/// If the file was replaced during the build, see [Texts](crate::Agent#texts) of the agent.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::Example;
///
/// let example = Example::new("Is this safe?", "I'll ask the reviewer.").with_context("A change is ready.");
/// assert_eq!(example.user(), Some("Is this safe?"));
/// assert_eq!(example.commentary(), None);
/// ```
#[derive(Clone, Copy)]
pub struct Example {
    source: &'static [u8],
    context: Text,
    user: Text,
    assistant: Text,
    commentary: Text,
}

/// Builds an example out of context, user, assistant and commentary: for generated code only.
#[must_use]
pub const fn example(source: &'static [u8], parts: [Text; 4]) -> Example {
    let [context, user, assistant, commentary] = parts;
    Example { source, context, user, assistant, commentary }
}

impl Example {
    /// An example that is written in Rust, for tests.
    #[must_use]
    pub const fn new(user: &'static str, assistant: &'static str) -> Self {
        let parts = [Text::EMPTY, Text::Literal(user), Text::Literal(assistant), Text::EMPTY];
        example(&[], parts)
    }

    /// The example with a situation.
    #[must_use]
    pub const fn with_context(mut self, text: &'static str) -> Self {
        self.context = Text::Literal(text);
        self
    }

    /// The example with a reason.
    #[must_use]
    pub const fn with_commentary(mut self, text: &'static str) -> Self {
        self.commentary = Text::Literal(text);
        self
    }

    /// The situation.
    #[must_use]
    pub const fn context(&self) -> Option<&'static str> {
        self.context.resolve(self.source)
    }

    /// What the user says, without quotes around it.
    #[must_use]
    pub const fn user(&self) -> Option<&'static str> {
        self.user.resolve(self.source)
    }

    /// What the assistant answers, without quotes around it.
    #[must_use]
    pub const fn assistant(&self) -> Option<&'static str> {
        self.assistant.resolve(self.source)
    }

    /// Why the agent is the right one here.
    #[must_use]
    pub const fn commentary(&self) -> Option<&'static str> {
        self.commentary.resolve(self.source)
    }
}

impl fmt::Debug for Example {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Example")
            .field("context", &self.context())
            .field("user", &self.user())
            .field("assistant", &self.assistant())
            .field("commentary", &self.commentary())
            .finish()
    }
}
