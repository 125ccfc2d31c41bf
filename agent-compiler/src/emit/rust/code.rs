//! Rust as text, into which nothing gets but code.

use std::fmt;

use super::markdown;
use crate::resolve::identifier::Identifier;

/// Rust code: text that is made of [pieces](Piece). What agent files and callers say is a piece only as a literal, a comment
/// or a checked identifier.
///
/// ```
/// use include_agents_compiler::emit::rust::code::{Quoted, Rust};
///
/// fn static_of(name: &str) -> Rust {
///     let mut code = Rust::default();
///     code.push("static NAME: &str = ");
///     code.push(Quoted(name));
///     code
/// }
/// assert_eq!(static_of("a\"; b").as_str(), r#"static NAME: &str = "a\"; b""#);
/// ```
///
/// Text that is not known when this crate is compiled does not become code:
///
/// ```compile_fail,E0521
/// use include_agents_compiler::emit::rust::code::Rust;
///
/// fn static_of(name: &str) -> Rust {
///     let mut code = Rust::default();
///     code.push(name);
///     code
/// }
/// ```
///
/// ```compile_fail,E0277
/// use include_agents_compiler::emit::rust::code::Rust;
///
/// Rust::default().push(String::from("static NAME: &str = \"\";"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rust(String);

impl Rust {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as text.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }

    /// Adds a piece at the end.
    #[allow(clippy::needless_pass_by_value, reason = "most pieces are references already")]
    pub fn push(&mut self, piece: impl Piece) {
        self.extend(&[&piece]);
    }

    /// Code made of pieces, in their order.
    pub(super) fn of(pieces: &[&dyn Piece]) -> Self {
        Self(format!("{}", Pieces(pieces)))
    }

    /// Adds pieces at the end. They are joined by the standard library, which is optimised where this crate is not.
    pub(super) fn extend(&mut self, pieces: &[&dyn Piece]) {
        self.0.push_str(&Self::of(pieces).0);
    }
}

/// What code is made of.
pub trait Piece {
    /// Writes this.
    ///
    /// # Errors
    /// Where the writer has one.
    fn write(&self, writer: &mut Writer) -> fmt::Result;
}

/// Where pieces are written; a piece is made of others, or is one of those below.
pub struct Writer<'a, 'b>(&'a mut fmt::Formatter<'b>);

impl Writer<'_, '_> {
    /// Writes a piece.
    ///
    /// # Errors
    /// Where the writer has one.
    #[allow(clippy::needless_pass_by_value, reason = "most pieces are references already")]
    pub fn push(&mut self, piece: impl Piece) -> fmt::Result {
        piece.write(self)
    }
}

struct Pieces<'a>(&'a [&'a dyn Piece]);

impl fmt::Display for Pieces<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in self.0 {
            piece.write(&mut Writer(f))?;
        }
        Ok(())
    }
}

/// A part of the code that is always the same.
impl Piece for &'static str {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        writer.0.write_str(self)
    }
}

impl Piece for &Rust {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        writer.0.write_str(&self.0)
    }
}

impl Piece for &Identifier {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        writer.0.write_str(self.as_str())
    }
}

/// Any text, as a literal.
#[derive(Clone, Copy, Debug)]
pub struct Quoted<'a>(pub &'a str);

impl Piece for Quoted<'_> {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        fmt::Debug::fmt(self.0, writer.0)
    }
}

/// Any bytes, as a literal.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'a>(pub &'a [u8]);

impl Piece for Bytes<'_> {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        write!(writer.0, "b\"{}\"", self.0.escape_ascii())
    }
}

/// Any text, as a comment on a line of its own.
#[derive(Clone, Copy, Debug)]
pub struct Comment<'a>(pub &'a str);

impl Piece for Comment<'_> {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        writeln!(writer.0, "// {}", self.0.escape_debug())
    }
}

/// Documentation of the item that follows, in one attribute, since each costs rustc its time. Of a comment that a macro makes of
/// text, rust-analyzer shows the third slash.
#[derive(Clone, Debug, Default)]
pub struct DocComment(String);

impl DocComment {
    /// Adds Markdown that this program writes itself.
    pub fn push(&mut self, markdown: &'static str) {
        self.0.push_str(markdown);
    }

    /// Adds any text, which is shown as it is: Markdown in it would become links, headings, or code that rustdoc runs.
    pub fn push_text(&mut self, text: &str) {
        self.0.push_str(&markdown::escape(text));
    }
}

impl Piece for &DocComment {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        writeln!(writer.0, "#[doc = {:?}]", format!(" {}", self.0))
    }
}

/// Literals that are written as `Debug` has them.
macro_rules! literals {
    ($($type:ty),*) => {
        $(
            impl Piece for $type {
                fn write(&self, writer: &mut Writer) -> fmt::Result {
                    fmt::Debug::fmt(self, writer.0)
                }
            }
        )*
    };
}

literals!(bool, u32, u64, usize, i64);

/// Numbers of 32 bits, as a literal for each four: each literal costs rustc its time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers(pub(super) [[usize; 4]; 3]);

impl Piece for Numbers {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        let four = |numbers: [usize; 4]| numbers.into_iter().fold(0, |four: u128, number| four << 32 | number as u128);
        let [first, second, third] = self.0.map(four);
        write!(writer.0, "[{first:#x}, {second:#x}, {third:#x}]")
    }
}

/// A literal has to be finite, and to have a point.
impl Piece for f64 {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        if self.is_nan() {
            writer.push("::core::primitive::f64::NAN")
        } else if *self == Self::INFINITY {
            writer.push("::core::primitive::f64::INFINITY")
        } else if *self == Self::NEG_INFINITY {
            writer.push("::core::primitive::f64::NEG_INFINITY")
        } else {
            fmt::Debug::fmt(self, writer.0)
        }
    }
}

/// Pieces with a comma behind each.
pub(super) struct Separated<Pieces>(pub(super) Pieces);

impl<Pieces: Clone + IntoIterator<Item: Piece>> Piece for Separated<Pieces> {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        for piece in self.0.clone() {
            piece.write(writer)?;
            writer.0.write_str(", ")?;
        }
        Ok(())
    }
}

/// A reference to a list of values.
pub(super) fn list(values: &[Rust]) -> Rust {
    rust!["&[", Separated(values), "]"]
}

/// Adds pieces at the end of code.
macro_rules! push {
    ($code:expr, $($piece:expr),+ $(,)?) => {
        $code.extend(&[$(&$piece),+])
    };
}

/// Code made of pieces.
macro_rules! rust {
    ($($piece:expr),+ $(,)?) => {
        $crate::emit::rust::code::Rust::of(&[$(&$piece),+])
    };
}

pub(super) use {push, rust};

#[cfg(test)]
mod tests {
    use super::{Bytes, Comment, DocComment, Numbers, Quoted, Separated};
    use crate::resolve::identifier::Identifier;

    #[test]
    fn text_of_users_stays_in_its_literal() {
        let code = rust![Quoted("a\"b\\\n\u{202e}"), " ", Bytes(b"\"\\\0\xff"), " ", Comment("x\ny\r")];
        assert_eq!(code.as_str(), "\"a\\\"b\\\\\\n\\u{202e}\" b\"\\\"\\\\\\x00\\xff\" // x\\ny\\r\n");
    }

    #[test]
    fn text_of_users_stays_in_its_documentation() {
        let mut comment = DocComment::default();
        comment.push("*Of* ");
        comment.push_text("*a*\n */ \r\u{202e}b");
        assert_eq!(rust![&comment].as_str(), "#[doc = \" *Of* \\\\*a\\\\* \\\\*/ b\"]\n");
    }

    #[test]
    fn a_number_is_a_literal_of_its_kind() {
        let code =
            rust![Separated([1.0, -0.0, 1e300, f64::NEG_INFINITY]), -5_i64, " ", true, Numbers([[0, 1, 2, 3]; 3])];
        assert_eq!(
            code.as_str(),
            "1.0, -0.0, 1e300, ::core::primitive::f64::NEG_INFINITY, -5 true[0x10000000200000003, \
             0x10000000200000003, 0x10000000200000003]"
        );
    }

    #[test]
    fn code_is_made_of_its_pieces() {
        let name = Identifier::fixed("Backend");
        let mut code = rust!["enum ", &name];
        push!(code, " { ", Separated([&name]), "}");
        assert_eq!(code.as_str(), "enum Backend { Backend, }");
    }
}
