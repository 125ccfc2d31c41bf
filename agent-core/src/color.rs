use crate::word::words;

words! {
    /// The color that marks an agent in a user interface. Claude Code shows those that have a constant here; any other
    /// is kept as written.
    ///
    /// ```
    /// # extern crate include_agents_core as include_agents;
    /// use include_agents::Color;
    ///
    /// assert_eq!(Color::YELLOW.as_str(), "yellow");
    /// assert_eq!(Color::new("yellow"), Color::YELLOW);
    /// ```
    Color {
        /// `red`
        RED = "red",
        /// `blue`
        BLUE = "blue",
        /// `green`
        GREEN = "green",
        /// `yellow`
        YELLOW = "yellow",
        /// `purple`
        PURPLE = "purple",
        /// `orange`
        ORANGE = "orange",
        /// `pink`
        PINK = "pink",
        /// `cyan`
        CYAN = "cyan",
    }
}
