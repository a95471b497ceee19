use std::path::PathBuf;

use ground::{Problem, Secret};
use schemars::JsonSchema;
use seal::{Identity, IdentityView, LARGEST_PKCS12_BYTES, SealError};
use serde::{Deserialize, Serialize};

use super::Nothing;
use crate::{Desk, DeskError, Operation, operation::operation};

/// How long a certificate made here is valid.
const VALID_YEARS: u32 = 3;
/// The settings under which a workspace keeps identities of its own.
pub(crate) const KEPT: &str = "identity/";

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("identity.list", "The signing identities at hand.", |desk, _: Nothing| list(desk)),
        operation("identity.create", "Makes a signing key and its certificate.", create),
        operation("identity.import", "Takes a signing key over from a PKCS#12 file.", import),
    ]
}

/// Where an identity is kept.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Where {
    /// With the user of this computer.
    Own,
    /// In the workspace; the demo's are.
    Workspace,
}

/// A signing identity and where it is kept.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct KeptIdentity {
    #[serde(flatten)]
    identity: IdentityView,
    #[serde(rename = "where")]
    place: Where,
}

fn list(desk: &mut Desk) -> Result<Vec<KeptIdentity>, Problem> {
    let now = desk.now();
    let own = desk.home.identities().list()?.identities;
    let mut kept: Vec<KeptIdentity> =
        own.iter().map(|identity| KeptIdentity { identity: identity.view(now), place: Where::Own }).collect();
    kept.extend(
        of_workspace(desk)?
            .iter()
            .map(|identity| KeptIdentity { identity: identity.view(now), place: Where::Workspace }),
    );
    Ok(kept)
}

fn of_workspace(desk: &Desk) -> Result<Vec<Identity>, Problem> {
    if !desk.is_open() {
        return Ok(Vec::new());
    }
    let kept = desk.book()?.locals(KEPT)?;
    kept.iter()
        .map(|(_, text)| serde_json::from_str(text).map_err(|error| ground::Fault::bug(error).problem()))
        .collect()
}

/// The identity of that id, name or fingerprint: the user's own first, then those of the workspace.
pub(crate) fn find(desk: &Desk, named: &str) -> Result<Identity, Problem> {
    match desk.home.identities().find(named) {
        Ok(identity) => Ok(identity),
        Err(not_there) => of_workspace(desk)?
            .into_iter()
            .find(|identity| {
                identity.id().to_string() == named
                    || identity.name().eq_ignore_ascii_case(named)
                    || identity.fingerprint() == named
            })
            .ok_or_else(|| Problem::from(not_there)),
    }
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Create {
    name: String,
    organisation: Option<String>,
    email: Option<String>,
    passphrase: Option<Secret>,
}

fn create(desk: &mut Desk, request: Create) -> Result<KeptIdentity, Problem> {
    let now = desk.now();
    let passphrase = passphrase(desk, request.passphrase, &request.name)?;
    let identity = Identity::create(
        &request.name,
        request.organisation.as_deref(),
        request.email.as_deref(),
        &passphrase,
        now,
        VALID_YEARS,
    )?;
    desk.home.identities().keep(&identity)?;
    Ok(KeptIdentity { identity: identity.view(now), place: Where::Own })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Import {
    path: PathBuf,
    /// The passphrase of the file.
    file_passphrase: Option<Secret>,
    /// The passphrase under which the key is kept from now on.
    passphrase: Option<Secret>,
}

fn import(desk: &mut Desk, request: Import) -> Result<KeptIdentity, Problem> {
    let now = desk.now();
    let unreadable =
        |reason: String| DeskError::Unreadable { path: request.path.to_string_lossy().into_owned(), reason };
    let about = std::fs::metadata(&request.path).map_err(|error| unreadable(error.to_string()))?;
    if about.len() > LARGEST_PKCS12_BYTES as u64 {
        let size_bytes = usize::try_from(about.len()).unwrap_or(usize::MAX);
        return Err(SealError::Pkcs12TooLarge { size_bytes, limit_bytes: LARGEST_PKCS12_BYTES }.into());
    }
    let bytes = std::fs::read(&request.path).map_err(|error| unreadable(error.to_string()))?;
    let own = passphrase(desk, request.passphrase, "the imported key")?;
    let file = request.file_passphrase.unwrap_or_else(|| own.clone());
    let identity = Identity::import_pkcs12(&bytes, &file, &own, now)?;
    desk.home.identities().keep(&identity)?;
    Ok(KeptIdentity { identity: identity.view(now), place: Where::Own })
}

/// The passphrase the request brings, or the one the surroundings know.
pub(crate) fn passphrase(desk: &Desk, given: Option<Secret>, name: &str) -> Result<Secret, Problem> {
    given
        .or_else(|| desk.secrets.identity(name))
        .ok_or_else(|| DeskError::NeedsIdentityPassphrase { name: name.to_owned() }.into())
}
