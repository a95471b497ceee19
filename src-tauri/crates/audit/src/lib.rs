//! One audit: its objectives, scope, criteria and team, its meetings, and the words that surround its findings.

mod audit;
mod cancel;
mod cover;
mod error;
mod meet;
mod number;
mod participant;
mod plan;
mod revise;
mod team;
mod timely;
mod write;

pub use audit::{AUDIT, Audit, BINDER, Method, ObjectivesOutcome, Stage, must_be_open};
pub use cancel::{CANCEL, cancel};
pub use cover::{ASSIGN, NOT_COVERED, assign, not_covered};
pub use error::AuditError;
pub use meet::{CLOSING, OPENING, closing, opening};
pub use number::number_after;
pub use participant::{
    PARTICIPANT, PUT_PARTICIPANT, Participant, PutParticipant, REMOVE_PARTICIPANT, put_participant, remove_participant,
};
pub use plan::{CHANGE_PLAN, NewAudit, PLAN, PlanChange, SiteVisit, change_plan, plan};
pub use revise::{OPEN_REVISION, open_revision, report_issued};
pub use team::{
    ADD_MEMBER, Acceptance, Accepted, REMOVE_MEMBER, TEAM_MEMBER, TeamMember, TeamRole, add_member, examined,
    remove_member, team_of,
};
pub use timely::Untimely;
pub use write::{Prose, WRITE, write};
