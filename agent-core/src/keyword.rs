use core::fmt;

/// An enum of fixed words: the variants, their spelling, and the table by which the compiler knows them.
macro_rules! keywords {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)*
        }

        impl $name {
            /// Each word with the name of its variant.
            #[doc(hidden)]
            pub const WORDS: &'static [(&'static str, &'static str)] =
                &[$(($word, stringify!($variant)),)*];

            /// Each variant, in the order of `WORDS`.
            #[doc(hidden)]
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word, as agent files spell it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl fmt::Display for $name {
            /// Writes the word as agent files spell it.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

keywords! {
    /// Which actions an agent may take without asking.
    ///
    /// ```
    /// # extern crate include_agents_core as include_agents;
    /// assert_eq!(include_agents::PermissionMode::AcceptEdits.as_str(), "acceptEdits");
    /// ```
    PermissionMode {
        /// `default`, also written `manual`: ask before each action that changes something.
        Default = "default",
        /// `acceptEdits`: edits of files need no question.
        AcceptEdits = "acceptEdits",
        /// `auto`: a classifier decides.
        Auto = "auto",
        /// `dontAsk`: what would need a question is denied.
        DontAsk = "dontAsk",
        /// `bypassPermissions`: no question at all.
        BypassPermissions = "bypassPermissions",
        /// `plan`: read, and propose.
        Plan = "plan",
    }
}

keywords! {
    /// Where an agent keeps its memory between runs.
    Memory {
        /// `user`: for all projects of one user.
        User = "user",
        /// `project`: in the project, shared with the team.
        Project = "project",
        /// `local`: in the project, not shared.
        Local = "local",
    }
}

keywords! {
    /// In which copy of the repository an agent works.
    Isolation {
        /// `worktree`: a git worktree of its own.
        Worktree = "worktree",
        /// `remote`: on another machine. Where Claude Code 2.1.331 has none, it is `worktree`.
        Remote = "remote",
    }
}

keywords! {
    /// How long the prompt cache of an agent lives: `experimental.cacheTtl`.
    CacheTtl {
        /// `5m`
        FiveMinutes = "5m",
        /// `1h`
        OneHour = "1h",
    }
}
