use crate::word::words;

words! {
    /// The model an agent asks for: an alias, a full model id, or a name that only another provider knows.
    ///
    /// ```
    /// # extern crate include_agents_core as include_agents;
    /// use include_agents::Model;
    ///
    /// fn price(model: Model) -> u32 {
    ///     match model {
    ///         Model::OPUS => 5,
    ///         Model::HAIKU => 1,
    ///         other if other.as_str().starts_with("claude-haiku-") => 1,
    ///         _ => 3,
    ///     }
    /// }
    ///
    /// assert_eq!(price(Model::OPUS), 5);
    /// assert_eq!(Model::new("opus"), Model::OPUS);
    /// assert_eq!(Model::new("claude-opus-5").to_string(), "claude-opus-5");
    /// ```
    Model {
        /// `inherit`: the model of the session.
        INHERIT = "inherit",
        /// `sonnet`
        SONNET = "sonnet",
        /// `opus`
        OPUS = "opus",
        /// `haiku`
        HAIKU = "haiku",
        /// `fable`
        FABLE = "fable",
        /// `default`: in the settings of Claude Code, the model that it recommends for the user's account. An agent cannot
        /// have it: Claude Code 2.1.331 sends it as the id of a model.
        DEFAULT = "default",
        /// `best`: the most capable model that the user's account has.
        BEST = "best",
        /// `opusplan`: Opus in the permission mode `plan`, and Sonnet in any other.
        OPUSPLAN = "opusplan",
    }
}

#[cfg(test)]
mod tests {
    use super::Model;

    #[test]
    fn a_model_is_its_text_whether_or_not_it_has_a_name() {
        const ID: Model = Model::new("claude-opus-5");
        let kind = |model| match model {
            Some(Model::OPUS) => "alias",
            Some(ID) => "id",
            Some(_) => "other",
            None => "none",
        };
        let models = [Some(Model::new("opus")), Some(Model::new("claude-opus-5")), Some(Model::new("Opus")), None];
        assert_eq!(models.map(kind), ["alias", "id", "other", "none"]);
    }
}
