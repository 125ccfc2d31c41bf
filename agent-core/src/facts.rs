//! What a generated enum of agents has beyond the agents themselves: which of the roster's tools, models, groups and other agents
//! belong to each. The tables are those of the module `table`.

/// Gives an enum of agents the tools of each.
///
/// - `grants` are the entries of all lists, one list after the other, each with its specifier; `ends` and `lists` belong to them.
/// - `allowed` has a row of bits for each answer that an agent can have, and `rows` the row of each agent.
#[doc(hidden)]
#[macro_export]
macro_rules! __tools {
    (
        $name:ident,
        $tools:ident,
        grants = [$($tool:ident $(: $specifier:literal)?),* $(,)?],
        ends = $ends:literal,
        lists = $lists:literal,
        allowed = $allowed:literal,
        rows = $rows:literal $(,)?
    ) => {
        #[allow(dead_code, unreachable_pub)]
        impl $name {
            /// The tools that its file grants. [`allows`](Self::allows) also counts what is denied.
            #[must_use]
            pub const fn tools(self) -> $crate::Access<$tools> {
                static __GRANTS: &[$crate::Grant<$tools>] = &[$($crate::Grant {
                    tool: $tools::$tool,
                    specifier: $crate::__tools!(@specifier $($specifier)?),
                }),*];
                match $crate::__private::v1::list(__GRANTS, $ends, $lists, self.__index()) {
                    ::core::option::Option::Some(grants) => $crate::Access::Only(grants),
                    ::core::option::Option::None => $crate::Access::All,
                }
            }

            /// Whether it may use a tool: the tool is granted or implied, and not denied. The answer is that of
            /// `agent().may_use(tool.as_str())`, looked up in a table.
            #[must_use]
            pub const fn allows(self, tool: $tools) -> ::core::primitive::bool {
                let row = $crate::__private::v1::number($rows, self.__index());
                $crate::__private::v1::bit($allowed, row, $tools::COUNT, tool.__index())
            }

            /// Those of the roster's tools that it may use, in order of name.
            pub fn allowed_tools(self) -> impl ::core::iter::Iterator<Item = $tools> + ::core::clone::Clone {
                $tools::ALL.iter().copied().filter(move |tool| self.allows(*tool))
            }
        }
    };
    (@specifier) => {
        ::core::option::Option::None
    };
    (@specifier $specifier:literal) => {
        ::core::option::Option::Some($specifier)
    };
}

/// Gives an enum of agents the model of each.
#[doc(hidden)]
#[macro_export]
macro_rules! __models {
    ($name:ident, $models:ident, $table:literal) => {
        #[allow(dead_code, unreachable_pub)]
        impl $name {
            /// The model it asks for; `None` leaves the choice to the program that runs it.
            #[must_use]
            pub const fn model(self) -> ::core::option::Option<$models> {
                $crate::__private::v1::pick($models::ALL, $table, self.__index())
            }
        }
    };
}

/// Gives an enum of agents the group of each, and each group its agents. `agents` are those of all groups, one group after the
/// other; `ends` and `lists` belong to them.
#[doc(hidden)]
#[macro_export]
macro_rules! __groups {
    (
        $name:ident,
        $groups:ident,
        $table:literal,
        agents = [$($agent:ident),* $(,)?],
        ends = $ends:literal,
        lists = $lists:literal $(,)?
    ) => {
        #[allow(dead_code, unreachable_pub)]
        impl $name {
            /// The folder that its file is in; `None` at the top.
            #[must_use]
            pub const fn group(self) -> ::core::option::Option<$groups> {
                $crate::__private::v1::pick($groups::ALL, $table, self.__index())
            }
        }

        #[allow(dead_code, unreachable_pub)]
        impl $groups {
            /// The agents of this folder, in order of name. Those of a folder within it are in a group of their own.
            #[must_use]
            pub const fn agents(self) -> &'static [$name] {
                static __AGENTS: &[$name] = &[$($name::$agent),*];
                match $crate::__private::v1::list(__AGENTS, $ends, $lists, self.__index()) {
                    ::core::option::Option::Some(agents) => agents,
                    ::core::option::Option::None => &[],
                }
            }
        }
    };
}

/// Gives an enum of agents a list of agents for each. `agents` are those of all lists, one list after the other; `ends` and
/// `lists` belong to them. An agent without a list has all agents.
#[doc(hidden)]
#[macro_export]
macro_rules! __agents_of {
    (
        $(#[$meta:meta])*
        $name:ident :: $method:ident,
        agents = [$($agent:ident),* $(,)?],
        ends = $ends:literal,
        lists = $lists:literal $(,)?
    ) => {
        #[allow(dead_code, unreachable_pub)]
        impl $name {
            $(#[$meta])*
            #[must_use]
            pub const fn $method(self) -> &'static [Self] {
                static __AGENTS: &[$name] = &[$($name::$agent),*];
                match $crate::__private::v1::list(__AGENTS, $ends, $lists, self.__index()) {
                    ::core::option::Option::Some(agents) => agents,
                    ::core::option::Option::None => Self::ALL,
                }
            }
        }
    };
}

/// Gives an enum of agents the accessor of a declared field: a value that each agent has, one that it may have, or a list.
#[doc(hidden)]
#[macro_export]
macro_rules! __field {
    (
        $(#[$meta:meta])* $name:ident :: $method:ident,
        value of $type:ty,
        values = $values:tt,
        table = $table:literal $(,)?
    ) => {
        #[allow(dead_code, unreachable_pub, clippy::indexing_slicing)]
        impl $name {
            $(#[$meta])*
            #[must_use]
            pub const fn $method(self) -> $type {
                static __VALUES: &[$type] = &$values;
                __VALUES[$crate::__private::v1::number($table, self.__index()) - 1]
            }
        }
    };
    (
        $(#[$meta:meta])* $name:ident :: $method:ident,
        option of $type:ty,
        values = $values:tt,
        table = $table:literal $(,)?
    ) => {
        #[allow(dead_code, unreachable_pub)]
        impl $name {
            $(#[$meta])*
            #[must_use]
            pub const fn $method(self) -> ::core::option::Option<$type> {
                static __VALUES: &[$type] = &$values;
                $crate::__private::v1::pick(__VALUES, $table, self.__index())
            }
        }
    };
    (
        $(#[$meta:meta])* $name:ident :: $method:ident,
        list of $type:ty,
        values = $values:tt,
        ends = $ends:literal,
        table = $table:literal $(,)?
    ) => {
        #[allow(dead_code, unreachable_pub)]
        impl $name {
            $(#[$meta])*
            #[must_use]
            pub const fn $method(self) -> &'static [$type] {
                static __VALUES: &[$type] = &$values;
                match $crate::__private::v1::list(__VALUES, $ends, $table, self.__index()) {
                    ::core::option::Option::Some(values) => values,
                    ::core::option::Option::None => &[],
                }
            }
        }
    };
}
