use core::fmt::{self, Display, Write};

use crate::Agent;
use crate::text::{self, Range};

/// A prompt as the text and the parameters that it is made of.
///
/// [`Agent::template`] gives it for any agent, so that code which goes through a roster can fill in the parameters of all.
/// For one agent, the struct that `include_agents!` makes of its prompt is better: there a parameter that is forgotten does
/// not compile.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::{Agent, AgentFields};
///
/// static TRIAGE: Agent = Agent::new(&AgentFields::new("triage", "Sorts issues.", "You sort issues."));
/// assert!(TRIAGE.template().parameters().is_empty());
/// ```
#[derive(Clone, Copy)]
pub struct Template {
    source: &'static [u8],
    prompt: Range,
    pieces: &'static [Piece],
    parameters: &'static [&'static str],
}

/// A part of a prompt: for generated code only.
#[derive(Clone, Copy, Debug)]
pub enum Piece {
    /// Start and end of a text in the file, in bytes.
    Text(u32, u32),
    /// Start and end of a parameter's name in the file, in bytes.
    Parameter(u32, u32),
    /// Another file.
    Fragment(&'static Fragment),
}

/// A text that prompts share: for generated code only.
#[derive(Debug)]
pub struct Fragment {
    source: &'static [u8],
    pieces: &'static [Piece],
}

/// Makes a fragment: for generated code only. `length` is that of the file when it was compiled.
///
/// # Panics
/// While it is evaluated at compile time, where the embedded file is not the one that was compiled.
#[must_use]
pub const fn fragment(source: &'static [u8], length: usize, pieces: &'static [Piece]) -> Fragment {
    assert!(source.len() == length, "a fragment was changed while the crate was being compiled: build again");
    Fragment { source, pieces }
}

/// Writes the value of a parameter, or gives nothing if it has none of this name.
pub type Values<'v> = dyn Fn(&str, &mut dyn Write) -> Option<fmt::Result> + 'v;

/// A prompt with the values of its parameters, which `include_agents!` makes of each prompt that has any.
///
/// Only generated code implements it: a later version may add items without a default.
pub trait Prompt: Display {
    /// The agent whose prompt it is.
    fn agent(&self) -> &'static Agent;

    /// Writes the value of a parameter. `None` where the prompt has no parameter of this name.
    fn write_value(&self, parameter: &str, out: &mut dyn Write) -> Option<fmt::Result>;
}

impl Template {
    pub(crate) const fn new(
        source: &'static [u8],
        prompt: Range,
        pieces: &'static [Piece],
        parameters: &'static [&'static str],
    ) -> Self {
        Self { source, prompt, pieces, parameters }
    }

    /// The names of the parameters as the prompt has them, each once, in order of their first place.
    #[must_use]
    pub const fn parameters(self) -> &'static [&'static str] {
        self.parameters
    }

    /// Whether the prompt is the text that [`Agent::prompt`] gives: it has no parameter, no fragment and no `\\{{`.
    #[must_use]
    pub const fn is_plain(self) -> bool {
        self.pieces.is_empty()
    }

    /// The prompt with the values of its parameters. Values of other names have no effect.
    ///
    /// # Errors
    /// A parameter has no value.
    ///
    /// ```no_run
    /// # extern crate include_agents_core as include_agents;
    /// use include_agents::{Agent, MissingParameter};
    ///
    /// fn system_prompt(agent: &Agent, customer: &str) -> Result<String, MissingParameter> {
    ///     agent.template().render(&[("customer", &customer)])
    /// }
    /// ```
    #[cfg(feature = "alloc")]
    pub fn render(self, values: &[(&str, &dyn Display)]) -> Result<alloc::string::String, MissingParameter> {
        let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        match self.parameters.iter().find(|name| value(name).is_none()) {
            Some(name) => Err(MissingParameter { name }),
            None => Ok(self.render_with(&|name, out| value(name).map(|value| write!(out, "{value}")))),
        }
    }

    /// The prompt with the values that a function writes: for generated code only.
    ///
    /// # Panics
    /// A parameter has no value, or writing one fails, where `to_string` panics too.
    #[cfg(feature = "alloc")]
    #[doc(hidden)]
    #[must_use]
    #[allow(clippy::panic, reason = "a prompt that ends early would say something else")]
    pub fn render_with(self, values: &Values) -> alloc::string::String {
        let [start, end] = self.prompt;
        let mut text = alloc::string::String::with_capacity(end.saturating_sub(start) as usize);
        match self.write_with(&mut text, values) {
            Ok(()) => text,
            Err(error) => panic!("a prompt could not be rendered: {error}"),
        }
    }

    /// Writes the prompt with the values that a function writes: for generated code only.
    ///
    /// # Errors
    /// A parameter has no value, or the writer fails.
    #[doc(hidden)]
    pub fn write_with(self, out: &mut dyn Write, values: &Values) -> fmt::Result {
        if self.pieces.is_empty() {
            return out.write_str(text::resolve(self.source, self.prompt));
        }
        write(self.source, self.pieces, out, values)
    }
}

/// Writes pieces. The compiler limits how deep fragments are in each other.
fn write(source: &'static [u8], pieces: &[Piece], out: &mut dyn Write, values: &Values) -> fmt::Result {
    for piece in pieces {
        match *piece {
            Piece::Text(start, end) => out.write_str(text::resolve(source, [start, end]))?,
            Piece::Parameter(start, end) => values(text::resolve(source, [start, end]), out).ok_or(fmt::Error)??,
            Piece::Fragment(fragment) => write(fragment.source, fragment.pieces, out, values)?,
        }
    }
    Ok(())
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Template")
            .field("parameters", &self.parameters)
            .field("text", &text::resolve(self.source, self.prompt))
            .finish_non_exhaustive()
    }
}

/// A prompt was to be rendered without a value for one of its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingParameter {
    name: &'static str,
}

impl MissingParameter {
    /// The name of the parameter.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }
}

impl Display for MissingParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the parameter `{}` of the prompt has no value", self.name)
    }
}

impl core::error::Error for MissingParameter {}

/// Texts with a separator between them: for generated code only.
pub struct Joined<'j>(pub &'j [&'j str], pub &'j str);

impl Display for Joined<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, text) in self.0.iter().enumerate() {
            f.write_str(if place == 0 { "" } else { self.1 })?;
            f.write_str(text)?;
        }
        Ok(())
    }
}

/// Implements what the struct of a prompt has. Each of its fields has the name of a parameter; a list has a separator too.
#[doc(hidden)]
#[macro_export]
macro_rules! __prompt {
    ($type:ty, $agent:expr, { $($field:ident = $name:literal $(joined by $separator:literal)?,)* }) => {
        #[allow(dead_code)]
        impl $type {
            $crate::__render!();

            /// Writes the prompt with these values.
            ///
            /// # Errors
            /// The writer fails.
            pub fn write_to(&self, out: &mut dyn ::core::fmt::Write) -> ::core::fmt::Result {
                let values = |name: &::core::primitive::str, out: &mut dyn ::core::fmt::Write| {
                    $crate::Prompt::write_value(self, name, out)
                };
                $crate::Prompt::agent(self).template().write_with(out, &values)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                self.write_to(f)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct($crate::Prompt::agent(self).name())
                    $(.field($name, &::core::format_args!("{}", $crate::__value!(self.$field $($separator)?))))*
                    .finish()
            }
        }

        #[automatically_derived]
        impl $crate::Prompt for $type {
            fn agent(&self) -> &'static $crate::Agent {
                $agent
            }

            fn write_value(
                &self,
                parameter: &::core::primitive::str,
                out: &mut dyn ::core::fmt::Write,
            ) -> ::core::option::Option<::core::fmt::Result> {
                match parameter {
                    $($name => ::core::option::Option::Some(
                        out.write_fmt(::core::format_args!("{}", $crate::__value!(self.$field $($separator)?)))
                    ),)*
                    _ => {
                        let _ = out;
                        ::core::option::Option::None
                    }
                }
            }
        }
    };
}

/// The value of a parameter, which can be shown.
#[doc(hidden)]
#[macro_export]
macro_rules! __value {
    ($value:expr) => {
        $value
    };
    ($self:ident . $field:ident $separator:literal) => {
        $crate::__private::v1::Joined($self.$field, $separator)
    };
}

/// The method of a prompt that allocates.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! __render {
    () => {
        /// The prompt with these values.
        #[must_use]
        pub fn render(&self) -> $crate::__private::v1::String {
            let values = |name: &::core::primitive::str, out: &mut dyn ::core::fmt::Write| {
                $crate::Prompt::write_value(self, name, out)
            };
            $crate::Prompt::agent(self).template().render_with(&values)
        }
    };
}

#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __render {
    () => {};
}
