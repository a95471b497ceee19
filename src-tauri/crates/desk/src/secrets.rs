use ground::Secret;

/// Where passphrases come from when a request does not bring them: a prompt or the environment. Never an argument.
pub trait Secrets {
    /// The passphrase of the workspace at hand.
    fn workspace(&self) -> Option<Secret>;
    /// The passphrase of the signing identity of that name.
    fn identity(&self, name: &str) -> Option<Secret>;
}

/// Nothing but what requests bring.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoSecrets;

impl Secrets for NoSecrets {
    fn workspace(&self) -> Option<Secret> {
        None
    }
    fn identity(&self, _name: &str) -> Option<Secret> {
        None
    }
}
