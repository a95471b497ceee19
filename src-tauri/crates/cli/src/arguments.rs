use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use ground::Day;

/// Tickmark without a window: internal audits of service management systems, offline.
///
/// Passphrases come from TICKMARK_PASSPHRASE and TICKMARK_IDENTITY_PASSPHRASE or from a prompt, never from arguments.
///
/// Exit codes: 0 done, 1 refused, 2 usage, 3 fault, 4 not valid (verify, check).
#[derive(Debug, Parser)]
#[command(name = "tick", version, propagate_version = true)]
pub struct Tick {
    /// Answers as JSON, for programs.
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a new workspace.
    New {
        /// Where it is to lie.
        file: PathBuf,
        /// The organisation that is audited.
        #[arg(long, default_value = "My organisation")]
        organisation: String,
        /// Who starts it; the account's name where absent.
        #[arg(long)]
        person: Option<String>,
        /// The organisation's time zone, such as Europe/Copenhagen.
        #[arg(long, default_value = "UTC")]
        timezone: String,
        /// Declines encryption: whoever has the file can read everything in it.
        #[arg(long)]
        plain: bool,
    },
    /// Makes the demo workspace.
    Demo {
        /// Where it is to lie.
        file: PathBuf,
        /// The day it is to be about; today where absent.
        #[arg(long)]
        as_of: Option<Day>,
    },
    /// Proves a workspace: database, changes, files, and the tables against the changes.
    Check {
        file: PathBuf,
        /// Makes the tables anew from the changes first.
        #[arg(long)]
        rebuild: bool,
    },
    /// Lists the operations; with --json, their schemas.
    Operations {
        /// The TypeScript client instead.
        #[arg(long, hide = true)]
        typescript: bool,
    },
    /// Carries out one operation of the list.
    Call {
        file: PathBuf,
        /// Its name, such as finding.raise.
        operation: String,
        /// The request as JSON; - reads it from the standard input.
        request: Option<String>,
        /// Who acts, by name or id.
        #[arg(long = "as", value_name = "PERSON")]
        person: Option<String>,
    },
    /// Tells the history of the workspace or of one record.
    History {
        file: PathBuf,
        /// A reference such as IA-2026-01, or an id.
        record: Option<String>,
    },
    /// Takes back the last act.
    Undo { file: PathBuf },
    /// Copies a workspace under the same passphrase.
    Backup { file: PathBuf, to: PathBuf },
    /// Signing identities.
    Identity {
        #[command(subcommand)]
        what: IdentityCommand,
    },
    /// Writes an audit report as PDF: the latest signed revision, or a draft where none is signed.
    Report {
        file: PathBuf,
        /// The audit, such as IA-2026-01.
        audit: String,
        /// Where the PDF is to lie.
        #[arg(long)]
        out: PathBuf,
        /// Issues and signs the next revision first.
        #[arg(long, requires = "sign")]
        issue: bool,
        /// The signing identity, by name or id.
        #[arg(long, value_name = "IDENTITY")]
        sign: Option<String>,
        /// Why there is a new revision; needed where one is already signed.
        #[arg(long, value_name = "REASON")]
        change_note: Option<String>,
        /// Who issues, by name or id.
        #[arg(long = "as", value_name = "PERSON")]
        person: Option<String>,
    },
    /// The arithmetic of sampling, and draws that can be repeated. Needs no workspace.
    Sample {
        #[command(subcommand)]
        what: SampleCommand,
    },
    /// Says who signed a PDF and whether it is as it was signed.
    Verify { pdf: PathBuf },
}

#[derive(Debug, Subcommand)]
pub enum IdentityCommand {
    /// Makes a signing key and its certificate.
    Create {
        /// The name that is to stand in the certificate.
        name: String,
        #[arg(long)]
        organisation: Option<String>,
        #[arg(long)]
        email: Option<String>,
    },
    /// Takes a signing key over from a PKCS#12 file.
    Import { file: PathBuf },
    /// Lists the signing identities of this user, and with FILE those kept in a workspace.
    List { file: Option<PathBuf> },
}

#[derive(Debug, Subcommand)]
pub enum SampleCommand {
    /// How many records to draw, so that a rate that can't be tolerated would be noticed.
    Size {
        /// Records there are; may be left out for binomial and poisson.
        #[arg(long)]
        population: Option<u64>,
        /// How sure, in percent.
        #[arg(long)]
        confidence: String,
        /// The rate of failures that would just be too many, in percent.
        #[arg(long)]
        tolerable: String,
        /// The rate of failures that is expected, in percent.
        #[arg(long, conflicts_with = "allowed")]
        expected: Option<String>,
        /// How many failures are allowed in the sample.
        #[arg(long)]
        allowed: Option<u64>,
        /// hypergeometric where the population is known, else binomial.
        #[arg(long)]
        model: Option<Model>,
    },
    /// Draws records from a file; the same file, seed and method give the same records everywhere.
    Draw(Box<Draw>),
    /// How many records may have failed at most, after a random sample.
    Limit {
        /// Records there are; may be left out for binomial and poisson.
        #[arg(long)]
        population: Option<u64>,
        /// Records tested.
        #[arg(long)]
        size: u64,
        /// Records that failed.
        #[arg(long)]
        failures: u64,
        /// How sure, in percent.
        #[arg(long)]
        confidence: String,
        /// hypergeometric where the population is known, else binomial.
        #[arg(long)]
        model: Option<Model>,
    },
}

#[derive(Debug, Args)]
pub struct Draw {
    /// The export: CSV or XLSX.
    #[arg(long)]
    pub file: PathBuf,
    #[arg(long)]
    pub method: Method,
    /// How many records.
    #[arg(long)]
    pub size: Option<u64>,
    /// What chance starts from.
    #[arg(long)]
    pub seed: Option<String>,
    /// The column whose values are the strata, or the field it holds.
    #[arg(long, value_name = "COLUMN")]
    pub stratum: Option<String>,
    /// How many of one stratum; may be given several times. Spread in proportion where absent.
    #[arg(long, value_name = "NAME=N")]
    pub stratum_size: Vec<String>,
    /// The column of amounts, or the field it holds.
    #[arg(long, value_name = "COLUMN")]
    pub value: Option<String>,
    /// What records are drawn from, as a rule: priority = "P1" and closed_at is not empty.
    #[arg(long = "where", value_name = "RULE")]
    pub filter: Option<String>,
    /// The column that numbers the records; recognised where absent.
    #[arg(long, value_name = "COLUMN")]
    pub id: Option<String>,
    /// Which column a field of the rule stands for; may be given several times.
    #[arg(long, value_name = "FIELD=COLUMN")]
    pub field: Vec<String>,
    /// How the moments of a column are written; may be given several times.
    #[arg(long, value_name = "COLUMN=FORM")]
    pub form: Vec<String>,
    /// UTF-8, UTF-16 LE, UTF-16 BE or Windows-1252; recognised where absent.
    #[arg(long)]
    pub encoding: Option<String>,
    /// What stands between two cells; recognised where absent.
    #[arg(long)]
    pub delimiter: Option<char>,
    /// The sheet of a workbook.
    #[arg(long)]
    pub sheet: Option<String>,
    /// The row that holds the names, from 1; 0 where there are none.
    #[arg(long)]
    pub header_row: Option<u32>,
    /// The decimal sign of numbers: . or ,
    #[arg(long)]
    pub decimal: Option<char>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Method {
    Random,
    Systematic,
    Stratified,
    Mus,
    All,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Model {
    Hypergeometric,
    Binomial,
    Poisson,
}
