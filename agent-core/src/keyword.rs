use core::fmt;

/// An enum of fixed words: the variants, their spelling, and the table by which the compiler knows them.
macro_rules! keywords {
    (
        $(#[$meta:meta])*
        $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)* }
        $($(#[$other_meta:meta])* $other:ident($inner:ty) => $show:expr)?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)*
            $($(#[$other_meta])* $other($inner),)?
        }

        impl $name {
            /// Each word with the name of its variant.
            #[doc(hidden)]
            pub const WORDS: &'static [(&'static str, &'static str)] =
                &[$(($word, stringify!($variant)),)*];
        }

        impl fmt::Display for $name {
            /// Writes the word as agent files spell it.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$variant => f.pad($word),)*
                    $(Self::$other(other) => $show(other, f),)?
                }
            }
        }
    };
}

keywords! {
    /// The color that marks an agent in a user interface.
    ///
    /// ```
    /// assert_eq!(include_agents_core::Color::Yellow.to_string(), "yellow");
    /// ```
    Color {
        /// `red`
        Red = "red",
        /// `blue`
        Blue = "blue",
        /// `green`
        Green = "green",
        /// `yellow`
        Yellow = "yellow",
        /// `purple`
        Purple = "purple",
        /// `orange`
        Orange = "orange",
        /// `pink`
        Pink = "pink",
        /// `cyan`
        Cyan = "cyan",
    }
    /// A color outside the eight that Claude Code shows, as written.
    Other(&'static str) => fmt::Display::fmt
}

keywords! {
    /// Which actions an agent may take without asking.
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
    /// How much reasoning the model spends.
    Effort {
        /// `low`
        Low = "low",
        /// `medium`, also written `med`
        Medium = "medium",
        /// `high`
        High = "high",
        /// `xhigh`
        XHigh = "xhigh",
        /// `max`
        Max = "max",
    }
    /// An effort given as a whole number.
    Number(u32) => fmt::Display::fmt
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
